import { ActingFor } from '@/components/layout/acting-for'
import { SessionWarning } from '@/components/session-warning'
import { requireContributorSide } from '@/lib/auth/session'
import { findContributor } from '@/lib/contributors/queries'
import { env } from '@/lib/env'

/** For whom one is acting, on every page. Each page asks for the right itself: a layout authorizes nothing. */
export default async function AreaLayout({ params, children }: LayoutProps<'/area/[profile]'>) {
  const { profile } = await params
  const { denomination, codiceFiscale, others } = await findContributor(await requireContributorSide(profile))
  return (
    <>
      <ActingFor denomination={denomination} codiceFiscale={codiceFiscale} changeHref={others ? '/area' : undefined} />
      {children}
      <SessionWarning idleMinutes={env.SESSION_IDLE_MINUTES} />
    </>
  )
}
