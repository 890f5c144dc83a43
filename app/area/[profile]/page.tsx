import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { type Aim, carry, readAim } from '@/lib/applications/aim'
import type { ContributorSide } from '@/lib/auth/actor'
import { currentContributor, requireContributorSide } from '@/lib/auth/session'
import { rememberVisit } from '@/lib/portfolio/visit'
import { findTopic } from '@/lib/topics/queries'

/** The area opens on what one came for, or on what waits to be read, or else on the list of requests. */
export default async function AreaPage({ params, searchParams }: PageProps<'/area/[profile]'>) {
  const { profile } = await params
  const actor = await requireContributorSide(profile)
  const { unreadNotices } = await currentContributor(actor)
  await rememberVisit(actor)
  const aimed = await pathOf(actor, readAim(await searchParams))
  redirect(`/area/${profile}/${aimed ?? (unreadNotices > 0 ? 'comunicazioni/da-leggere' : 'richieste')}` as Route)
}

/** Where what one came for is begun, if the portal has it. */
async function pathOf(actor: ContributorSide, aim: Aim | undefined) {
  if (!aim) return undefined
  if ('istanza' in aim) return `istanze/nuova/${aim.istanza}`
  return (await findTopic(actor, aim.oggetto)) ? `richieste/nuova${carry(aim)}` : undefined
}
