'use client'

import { useEffect, useState } from 'react'
import { Alert } from './alert'

type SessionWarningProps = { idleMinutes: number }

/** Minutes before the end at which it is said. */
const notice = 2

/**
 * Says that the session is about to end, in time to stay (WCAG 2.2.1). What is being written is kept in any case. Requests
 * of the page itself push the end away, so the count starts again with each of them.
 */
export function SessionWarning({ idleMinutes }: SessionWarningProps) {
  const [state, setState] = useState<'quiet' | 'ending' | 'over'>('quiet')

  useEffect(() => {
    let seen = Date.now()
    const observer = new PerformanceObserver((list) => {
      if (list.getEntries().some(({ name }) => !name.includes('/_next/static/'))) seen = Date.now()
    })
    observer.observe({ type: 'resource' })
    const timer = setInterval(() => {
      const minutes = (Date.now() - seen) / 60_000
      setState(minutes >= idleMinutes ? 'over' : minutes >= idleMinutes - notice ? 'ending' : 'quiet')
    }, 10_000)
    return () => {
      observer.disconnect()
      clearInterval(timer)
    }
  }, [idleMinutes])

  const stay = async () => {
    const response = await fetch('/api/sessione', { method: 'POST' }).catch(() => undefined)
    setState(response?.ok ? 'quiet' : 'over')
  }

  if (state === 'quiet') return null
  return (
    <div className="session-warning" role="status">
      {state === 'ending' ? (
        <Alert tone="warning" title="La sessione sta per scadere">
          <p>Tra meno di {notice} minuti dovrai accedere di nuovo. Quello che stai scrivendo resta nelle bozze.</p>
          <button className="btn btn-primary btn-sm" type="button" onClick={() => void stay()}>
            Resta connesso
          </button>
        </Alert>
      ) : (
        <Alert tone="warning" title="La sessione è scaduta">
          <p>Al prossimo passo ti chiederemo di accedere e tornerai qui, con quello che hai scritto.</p>
        </Alert>
      )}
    </div>
  )
}
