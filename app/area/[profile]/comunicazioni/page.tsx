import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { requireContributorSide } from '@/lib/auth/session'

/** Notices open on those to be read. */
export default async function NoticesPage({ params }: PageProps<'/area/[profile]/comunicazioni'>) {
  const { profile } = await params
  await requireContributorSide(profile)
  redirect(`/area/${profile}/comunicazioni/da-leggere` as Route)
}
