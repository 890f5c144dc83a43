import type { Metadata } from 'next'
import { Moved } from '@/app/moved'
import { Alert } from '@/components/alert'
import { AttachmentList } from '@/components/attachment-list'
import { SendForm } from '@/components/form/send-form'
import { SummaryList } from '@/components/summary-list'
import { requirePortfolio } from '@/lib/auth/session'
import { listBulkFiles, listBulkItems } from '@/lib/bulk-requests/queries/bulk'
import { formatCount } from '@/lib/format'
import { reviewDraft } from '@/lib/requests/review'
import { describeAnswer } from '@/lib/questions/schema'
import { chooseHref, openWriting, requireBulk, Step, writeHref } from '../steps'
import { sendBulkAction } from './action'

export const metadata: Metadata = { title: 'Controlla e invia' }

/** Last of three steps: who, what, and how many protocolli. */
export default async function ReviewPage({ searchParams }: PageProps<'/area/tutti/richieste/nuova/controlla'>) {
  const { invio } = await searchParams
  const actor = await requirePortfolio()
  const bulk = await requireBulk(actor, invio)
  const step = {
    actor,
    bulk,
    title: 'Controlla e invia',
    lead: 'Rileggi con calma: finché non premi «Invia», nessuna sede riceve nulla. Passo 3 di 3.',
  }
  const { instead, side, content, version } = await openWriting(actor, bulk)
  if (instead) return <Step {...step}>{instead}</Step>
  const edit = writeHref(bulk.id)
  const [checked, items, files] = await Promise.all([
    reviewDraft(side, content),
    listBulkItems(actor, bulk.id),
    listBulkFiles(actor, bulk.id),
  ])
  if (!checked)
    return (
      <Step {...step}>
        <Moved to={edit}>Nella richiesta c’è qualcosa da completare.</Moved>
      </Step>
    )
  const { typed, topic, facts } = checked
  const many = formatCount(items.length)
  const one = items.length === 1
  const change = (id: string, what: string) => ({ href: `${edit}#${id}`, what })
  return (
    <Step {...step}>
      <Alert tone="info">
        {one
          ? 'Sarà inviata 1 richiesta, con il suo protocollo.'
          : `Saranno inviate ${many} richieste, una per ogni contribuente, e dati ${many} protocolli.`}
      </Alert>
      <SummaryList
        rows={[
          {
            term: one ? 'Contribuente' : `${many} contribuenti`,
            value: (
              <ul className="plain-list">
                {items.map(({ contributorId, denomination, codiceFiscale }) => (
                  <li key={contributorId}>
                    {denomination} – {codiceFiscale}
                  </li>
                ))}
              </ul>
            ),
            change: { href: chooseHref(bulk.id), what: 'i contribuenti' },
          },
          { term: 'Indirizzo e-mail', value: typed.email, change: change('email', 'l’indirizzo e-mail') },
          { term: 'Numero di telefono', value: typed.mobile, change: change('mobile', 'il numero di telefono') },
          {
            term: 'Notifiche',
            value:
              [typed.notifyByEmail && 'via e-mail', typed.notifyBySms && 'via SMS'].filter(Boolean).join(', ') ||
              'Nessuna',
            change: change('notifyByEmail', 'le notifiche'),
          },
          { term: 'Telefono fisso', value: typed.landline, change: change('landline', 'il telefono fisso') },
          { term: 'Fax', value: typed.fax, change: change('fax', 'il fax') },
          { term: 'Oggetto', value: `${topic.areaLabel} › ${topic.label}`, change: change('oggetto', 'l’oggetto') },
          ...facts.map((fact) => ({
            term: fact.label,
            value: describeAnswer(fact, fact.value),
            change: change(`fact_${fact.name}`, fact.label),
          })),
          {
            term: 'Testo della richiesta',
            value: <span className="thread-text">{typed.text}</span>,
            change: change('text', 'il testo'),
          },
          {
            term: 'Allegati',
            value: files.length > 0 && (
              <AttachmentList
                attachments={files.map(({ id, name, size, sha256 }) => ({ id, name, size, sha256 }))}
                hrefFor={(id) => `/api/allegati/${id}?profilo=${side.contributorId}`}
              />
            ),
            change: change('allegati', 'gli allegati'),
          },
        ]}
      />
      <SendForm action={sendBulkAction} hidden={{ bulkId: bulk.id, version }} what="richiesta" edit={edit}>
        {one ? 'Invia 1 richiesta' : `Invia ${many} richieste`}
      </SendForm>
    </Step>
  )
}
