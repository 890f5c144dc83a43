import type { Metadata } from 'next'
import { v7 } from 'uuid'
import { contactsAsTyped } from '@/app/area/[profile]/richieste/nuova/contacts'
import { listBulkFiles } from '@/lib/bulk-requests/queries/bulk'
import { requirePortfolio } from '@/lib/auth/session'
import { findDraft } from '@/lib/drafts/queries'
import { env } from '@/lib/env'
import { formatCount } from '@/lib/format'
import { isUuid } from '@/lib/identifiers/uuid'
import { findLastContacts } from '@/lib/requests/queries/list'
import { listTopics } from '@/lib/topics/queries'
import { openWriting, requireBulk, Step } from '../steps'
import { WriteForm } from './form'

export const metadata: Metadata = { title: 'Scrivi la richiesta' }

/** Second of three steps: what. */
export default async function WritePage({ searchParams }: PageProps<'/area/tutti/richieste/nuova/scrivi'>) {
  const { invio, bozza } = await searchParams
  const actor = await requirePortfolio()
  const bulk = await requireBulk(actor, invio)
  const step = {
    actor,
    bulk,
    title: 'Scrivi la richiesta',
    lead: `Lo stesso testo per ${formatCount(bulk.chosen)} contribuenti: scrivi solo quello che vale per tutti. Passo 2 di 3.`,
  }
  const { instead, side, content, version, savedAt } = await openWriting(actor, bulk)
  if (instead) return <Step {...step}>{instead}</Step>
  const [topics, files, aside, contacts] = await Promise.all([
    listTopics(side),
    listBulkFiles(actor, bulk.id),
    // What was typed when the session lapsed, had another tab moved on in the meantime.
    typeof bozza === 'string' && isUuid(bozza) && bozza !== bulk.id ? findDraft(side, bozza) : undefined,
    Object.keys(content).length === 0 ? findLastContacts(side) : undefined,
  ])
  return (
    <Step {...step}>
      <WriteForm
        profile={side.contributorId}
        draft={{
          id: bulk.id,
          version,
          writer: v7(),
          savedAt: Object.keys(content).length > 0 ? savedAt?.toISOString() : undefined,
        }}
        values={aside?.content ?? { ...contactsAsTyped(contacts), ...content }}
        topics={topics}
        attachments={files.map(({ id, name, size, sha256 }) => ({ id, name, size, sha256 }))}
        limits={{ maxFiles: env.ATTACHMENT_MAX_FILES, maxBytes: env.ATTACHMENT_MAX_BYTES }}
      />
    </Step>
  )
}
