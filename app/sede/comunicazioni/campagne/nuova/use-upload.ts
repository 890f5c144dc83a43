import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { uploadCampaign } from './upload'

type Phase =
  | { name: 'idle' }
  | { name: 'sending'; percent: number }
  /** All of it has arrived: the portal is writing it down. */
  | { name: 'checking' }
  | { name: 'failed'; message: string; again: boolean }

/** One file on its way to the portal, and then to the page of its campaign. Leaving the page stops it. */
export function useUpload() {
  const router = useRouter()
  const [phase, setPhase] = useState<Phase>({ name: 'idle' })
  const cancel = useRef<() => void>(undefined)
  useEffect(() => () => cancel.current?.(), [])

  const send = async (chosen: { file: File; title: string }) => {
    setPhase({ name: 'sending', percent: 0 })
    const upload = uploadCampaign(chosen, (percent) =>
      setPhase(percent === 100 ? { name: 'checking' } : { name: 'sending', percent }),
    )
    cancel.current = upload.cancel
    const end = await upload.end
    if (end.kind === 'kept') return router.push(`/sede/comunicazioni/campagne/${end.id}` as Route)
    setPhase({ name: 'failed', message: end.message, again: end.kind === 'interrupted' })
  }
  return { phase, send, cancel: () => cancel.current?.(), forget: () => setPhase({ name: 'idle' }) }
}
