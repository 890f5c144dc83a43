'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { usePathname } from 'next/navigation'

/** A voice of the main menu that knows whether one is on its page, or below it. Reads the same with scripts off. */
export function NavVoice({ label, href }: { label: string; href: Route }) {
  const pathname = usePathname()
  const within = href !== '/' && pathname.startsWith(`${href}/`)
  const current = pathname === href ? 'page' : within ? 'true' : undefined
  return (
    <Link className="nav-link" href={href} prefetch={false} aria-current={current}>
      {label}
    </Link>
  )
}
