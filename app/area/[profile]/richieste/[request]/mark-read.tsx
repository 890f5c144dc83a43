'use client'

import { useEffect } from 'react'
import { OneButtonForm } from '@/components/form/one-button-form'
import { markRepliesReadAction } from './action'

type MarkReadProps = { profile: string; requestId: string; fresh: number }

/** Opening the page is what reads its replies; the address alone never does. With scripts off a button says so. */
export function MarkRead({ profile, requestId, fresh }: MarkReadProps) {
  useEffect(() => {
    if (fresh === 0) return
    void fetch('/api/letture', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ profile, requestId }),
    })
      // An answer that nobody takes keeps its connection busy.
      .then((answer) => answer.text())
      .catch(() => undefined)
  }, [profile, requestId, fresh])
  if (fresh === 0) return null
  return (
    <noscript>
      <OneButtonForm action={markRepliesReadAction} hidden={{ profile, requestId }} look="secondary">
        Segna come lette le risposte nuove
      </OneButtonForm>
    </noscript>
  )
}
