'use client'

import { Failure } from '@/components/failure'

export default function RequestsError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return <Failure title="Le richieste non si caricano" digest={error.digest} retry={retry} />
}
