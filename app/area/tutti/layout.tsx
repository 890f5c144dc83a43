import { AllContributorsBand } from '@/components/layout/all-contributors'
import { SessionWarning } from '@/components/session-warning'
import { env } from '@/lib/env'
import { currentTotals } from './totals'

/** That one is looking at everybody at once, on every page. Each page asks for the right itself: a layout authorizes nothing. */
export default function PortfolioLayout({ children }: LayoutProps<'/area/tutti'>) {
  return (
    <>
      <Band />
      {children}
      <SessionWarning idleMinutes={env.SESSION_IDLE_MINUTES} />
    </>
  )
}

async function Band() {
  const { contributors } = await currentTotals()
  return <AllContributorsBand count={contributors} />
}
