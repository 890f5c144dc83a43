import { BackToList } from '@/app/area/back-to-list'
import { ActingFor } from '@/components/layout/acting-for'
import { SessionWarning } from '@/components/session-warning'
import { currentContributor, requireContributorSide } from '@/lib/auth/session'
import { env } from '@/lib/env'
import { findActingFirm } from '@/lib/transparency/queries/accesses'
import { titleAndFirm } from '@/lib/transparency/signature'

/**
 * For whom one is acting, on every page. Each page asks for the right itself: a layout authorizes nothing, and does not
 * wait, so that the page's own questions are asked meanwhile.
 */
export default async function AreaLayout({ params, children }: LayoutProps<'/area/[profile]'>) {
  return (
    <>
      <ActingForProfile profile={(await params).profile} />
      <BackToList />
      {children}
      <SessionWarning idleMinutes={env.SESSION_IDLE_MINUTES} />
    </>
  )
}

async function ActingForProfile({ profile }: { profile: string }) {
  const actor = await requireContributorSide(profile)
  const [{ denomination, codiceFiscale, others }, firm] = await Promise.all([
    currentContributor(actor),
    findActingFirm(actor),
  ])
  return (
    <ActingFor
      denomination={denomination}
      codiceFiscale={codiceFiscale}
      title={titleAndFirm({ title: actor.title, firm: firm ?? null })}
      whyHref={`/area/${profile}/accessi`}
      changeHref={others || firm ? '/area' : undefined}
    />
  )
}
