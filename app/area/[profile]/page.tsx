import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { currentContributor, requireContributorSide } from '@/lib/auth/session'
import { rememberVisit } from '@/lib/portfolio/visit'

/** The area opens on what waits to be read, or else on the list of requests. */
export default async function AreaPage({ params }: PageProps<'/area/[profile]'>) {
  const { profile } = await params
  const actor = await requireContributorSide(profile)
  const { unreadNotices } = await currentContributor(actor)
  await rememberVisit(actor)
  redirect(`/area/${profile}/${unreadNotices > 0 ? 'comunicazioni/da-leggere' : 'richieste'}` as Route)
}
