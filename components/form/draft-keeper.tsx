import { useEffect, useRef, useState } from 'react'
import { valuesOf } from '@/lib/form-state'
import { formatTime } from '@/lib/format'

type DraftKeeperProps = {
  draftId: string
  /** Version the form was filled from: 0 when nothing was kept yet. */
  version: number
  /** Made with the page: this form's own saves know each other by it. */
  writer: string
  kind: 'request' | 'entry' | 'application'
  requestId?: string
  /** The step of an istanza: the only part of its draft that this form keeps. */
  step?: string
  profile?: string
  savedAt?: string | undefined
}

/** Milliseconds of quiet after which what was typed is kept. */
const quiet = 2000
const carried = new Set([
  'draftId',
  'version',
  'writer',
  'files',
  'attachmentIds',
  'removeAttachment',
  'saveDraft',
  'requestId',
  'step',
  'profile',
])

/** Keeps the form it stands in, by itself: after two seconds of quiet, when a field is left, when the page is hidden. */
export function DraftKeeper({ draftId, kind, requestId, step, profile, savedAt, ...opened }: DraftKeeperProps) {
  const place = useRef<HTMLInputElement>(null)
  // A page that comes back with mistakes brings a new writer, but this is still the form that was opened.
  const [{ version, writer }] = useState(opened)
  const [status, setStatus] = useState(savedAt ? `Bozza salvata alle ${formatTime(savedAt)}` : '')

  useEffect(() => {
    const form = place.current?.form
    if (!form) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let unsaved = false
    let saving = Promise.resolve()

    const save = async (keepalive: boolean) => {
      const content = Object.fromEntries(
        Object.entries(valuesOf(new FormData(form))).filter(([name]) => !carried.has(name)),
      )
      setStatus('Salvataggio…')
      const response = await fetch(`/api/bozze/${draftId}${profile ? `?profilo=${profile}` : ''}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          kind,
          ...(requestId && { requestId }),
          ...(step && { step }),
          version,
          writer,
          content,
        }),
        keepalive,
      }).catch(() => undefined)
      const said = await response?.json().catch(() => undefined)
      // An answer that is not the portal's (a network's own sign-in page) kept nothing, whatever it calls itself.
      if (response?.ok && said?.updatedAt) {
        setStatus(`Bozza salvata alle ${formatTime(said.updatedAt)}`)
      } else {
        unsaved = true
        setStatus(
          said?.message ?? 'Bozza non salvata: connessione assente. Continua pure, riproviamo alla prossima modifica.',
        )
      }
    }
    const flush = (keepalive = false) => {
      clearTimeout(timer)
      if (!unsaved) return
      unsaved = false
      saving = saving.then(() => save(keepalive))
    }
    const touched = () => {
      unsaved = true
      clearTimeout(timer)
      timer = setTimeout(flush, quiet)
    }
    const left = () => flush()
    const hidden = () => document.visibilityState === 'hidden' && flush(true)
    // Once the form is on its way the server keeps it: an autosave that overtook it would be a second writer.
    const sent = () => {
      unsaved = false
      clearTimeout(timer)
    }
    form.addEventListener('input', touched)
    form.addEventListener('focusout', left)
    form.addEventListener('submit', sent)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      clearTimeout(timer)
      form.removeEventListener('input', touched)
      form.removeEventListener('focusout', left)
      form.removeEventListener('submit', sent)
      document.removeEventListener('visibilitychange', hidden)
    }
  }, [draftId, kind, profile, requestId, step, version, writer])

  return (
    <>
      <input type="hidden" name="draftId" value={draftId} />
      <input ref={place} type="hidden" name="version" value={version} />
      <input type="hidden" name="writer" value={writer} />
      {requestId && <input type="hidden" name="requestId" value={requestId} />}
      {step && <input type="hidden" name="step" value={step} />}
      {profile && <input type="hidden" name="profile" value={profile} />}
      <p className="draft-status" role="status">
        {status}
      </p>
    </>
  )
}
