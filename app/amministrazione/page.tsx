import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { PageBody } from '@/components/layout/page-body'
import { PageTitle } from '@/components/layout/page-title'
import { SummaryList } from '@/components/summary-list'
import { requireAdmin } from '@/lib/auth/session'
import { env } from '@/lib/env'
import { formatBytes } from '@/lib/format'

export const metadata: Metadata = { title: 'Amministrazione' }

export default async function AdministrationPage() {
  await requireAdmin()
  const mail = env.RESEND_API_KEY ? 'Resend' : env.SMTP_URL ? 'Server SMTP' : 'Posta in uscita, senza invio'
  return (
    <PageBody trail={[{ label: 'Il servizio', href: '/' }, { label: 'Amministrazione' }]}>
      <PageTitle lead="Come è configurato il portale adesso.">Amministrazione</PageTitle>
      <div className="button-row">
        <Link className="btn btn-outline-primary" href="/amministrazione/studi">
          Studi e associazioni
        </Link>
        <Link className="btn btn-outline-primary" href={'/amministrazione/istanze' as Route}>
          Tipi di istanza
        </Link>
      </div>
      <SummaryList
        rows={[
          { term: 'Archivio degli allegati', value: env.UPLOADTHING_TOKEN ? 'UploadThing' : 'Database' },
          {
            term: 'Antivirus',
            value: env.CLAMD_URL
              ? 'clamd: se non risponde, i file non vengono accettati'
              : 'Nessuno: i file sono controllati per tipo e contenuto, non per virus',
          },
          {
            term: 'Allegati',
            value: `Al massimo ${env.ATTACHMENT_MAX_FILES} file, ${formatBytes(env.ATTACHMENT_MAX_BYTES)} ciascuno`,
          },
          { term: 'E-mail', value: mail },
          { term: 'SMS', value: env.SMS_GATEWAY_URL ? 'Gateway HTTP' : 'Posta in uscita, senza invio' },
          { term: 'Lavori in coda', value: env.WORKER === 'inside' ? 'Dentro il portale' : 'Processo a parte' },
          { term: 'Modalità demo', value: env.DEMO ? 'Attiva' : 'Spenta' },
        ]}
      />
    </PageBody>
  )
}
