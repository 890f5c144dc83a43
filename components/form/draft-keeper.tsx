'use client'

import { useEffect, useRef, useState } from 'react'
import { formatTime } from '@/lib/format'

type DraftKeeperProps = {
  draftId: string
  /** Version the form was filled from: 0 when nothing was kept yet. */
  version: number
  kind: 'request' | 'entry'
  requestId?: string
  profile?: string
  savedAt?: string | undefined
}

/** Milliseconds of quiet after which what was typed is kept. */
const quiet = 2000
const carried = new Set(['draftId', 'version', 'files', 'removeAttachment', 'saveDraft', 'requestId', 'profile'])

/** Keeps the form it stands in, by itself: after two seconds of quiet, when a field is left, when the page is hidden. */
export function DraftKeeper({ draftId, version, kind, requestId, profile, savedAt }: DraftKeeperProps) {
  const place = useRef<HTMLInputElement>(null)
  const known = useRef(version)
  const [status, setStatus] = useState(savedAt ? `Bozza salvata alle ${formatTime(savedAt)}` : '')

  // The form came back from the server, which kept it too: its version is the one to go on from.
  useEffect(() => {
    known.current = Math.max(known.current, version)
    if (place.current) place.current.value = String(known.current)
  }, [version])

  useEffect(() => {
    const form = place.current?.form
    if (!form) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let unsaved = false
    let saving = Promise.resolve()

    const save = async (keepalive: boolean) => {
      const content = Object.fromEntries(
        [...new FormData(form)].filter(
          (entry): entry is [string, string] =>
            typeof entry[1] === 'string' && !carried.has(entry[0]) && !entry[0].startsWith('$ACTION'),
        ),
      )
      setStatus('Salvataggio…')
      const response = await fetch(`/api/bozze/${draftId}${profile ? `?profilo=${profile}` : ''}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ kind, ...(requestId && { requestId }), version: known.current, content }),
        keepalive,
      }).catch(() => undefined)
      const said = await response?.json().catch(() => undefined)
      if (response?.ok) {
        known.current = said.version
        if (place.current) place.current.value = String(said.version)
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
  }, [draftId, kind, profile, requestId])

  return (
    <>
      <input type="hidden" name="draftId" value={draftId} />
      <input ref={place} type="hidden" name="version" defaultValue={version} />
      {requestId && <input type="hidden" name="requestId" value={requestId} />}
      {profile && <input type="hidden" name="profile" value={profile} />}
      <p className="draft-status" role="status">
        {status}
      </p>
    </>
  )
}
