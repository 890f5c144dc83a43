import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { Moved } from '@/app/moved'
import { PageTitle } from '@/components/layout/page-title'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import type { Portfolio } from '@/lib/auth/actor'
import { sideOf } from '@/lib/auth/session'
import { findBulk } from '@/lib/bulk-requests/queries/bulk'
import { isUuid } from '@/lib/identifiers/uuid'
import { PortfolioFrame } from '../../portfolio-frame'

export const chooseHref = (id: string) => `/area/tutti/richieste/nuova?invio=${id}`
export const writeHref = (id: string) => `/area/tutti/richieste/nuova/scrivi?invio=${id}`
export const outcomeHref = (id: string) => `/area/tutti/richieste/nuova/esito?invio=${id}`

/** The request in the address, if it is the person's own. */
export async function requireBulk(actor: Portfolio, asked: unknown) {
  const bulk = typeof asked === 'string' && isUuid(asked) ? await findBulk(actor, asked) : undefined
  return bulk ?? notFound()
}
export type FoundBulk = Awaited<ReturnType<typeof requireBulk>>

type StepProps = { actor: Portfolio; bulk: FoundBulk; title: string; lead: string; children: ReactNode }

/** What the pages after the first have in common. */
export function Step({ actor, bulk, title, lead, children }: StepProps) {
  return (
    <PortfolioFrame
      actor={actor}
      voice="richieste/nuova"
      trail={[{ label: 'Nuova richiesta', href: chooseHref(bulk.id) }, { label: title }]}
    >
      <PageTitle lead={lead}>{title}</PageTitle>
      {children}
    </PortfolioFrame>
  )
}

/**
 * What is written so far, and the contributor in whose name it is kept. When one cannot go on from here, `instead` says why
 * and where to.
 */
export async function openWriting(actor: Portfolio, bulk: FoundBulk) {
  const side = bulk.hostId ? await sideOf(actor, bulk.hostId) : undefined
  if (actor.pinLevel === 'online') return { instead: <PinOnlineNotice /> }
  if (bulk.sealed) return { instead: <Moved to={outcomeHref(bulk.id)}>Questa richiesta è già partita.</Moved> }
  if (!side || !bulk.typed || bulk.chosen === 0)
    return { instead: <Moved to={chooseHref(bulk.id)}>Prima scegli i contribuenti.</Moved> }
  return { side, content: bulk.typed, version: bulk.version ?? 0, savedAt: bulk.updatedAt }
}
