import type { ReactNode } from 'react'
import { SessionWarning } from '@/components/session-warning'
import { env } from '@/lib/env'

/** What every page of the desk says in time. Each page asks for the right itself: a layout authorizes nothing. */
export default function DeskLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <SessionWarning idleMinutes={env.SESSION_IDLE_MINUTES} />
    </>
  )
}
