'use client'

import { Failure } from '@/components/failure'

export default function ApplicationsError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return <Failure title="Le istanze non si caricano" digest={error.digest} retry={retry} />
}
