import { ActingFor } from '@/components/layout/acting-for'
import { SessionWarning } from '@/components/session-warning'
import { currentContributor, requireContributorSide } from '@/lib/auth/session'
import { env } from '@/lib/env'

/**
 * For whom one is acting, on every page. Each page asks for the right itself: a layout authorizes nothing, and does not
 * wait, so that the page's own questions are asked meanwhile.
 */
export default async function AreaLayout({ params, children }: LayoutProps<'/area/[profile]'>) {
  return (
    <>
      <ActingForProfile profile={(await params).profile} />
      {children}
      <SessionWarning idleMinutes={env.SESSION_IDLE_MINUTES} />
    </>
  )
}

async function ActingForProfile({ profile }: { profile: string }) {
  const { denomination, codiceFiscale, others } = await currentContributor(await requireContributorSide(profile))
  return (
    <ActingFor denomination={denomination} codiceFiscale={codiceFiscale} changeHref={others ? '/area' : undefined} />
  )
}
