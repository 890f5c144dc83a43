'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const everyMs = 2000

/** Asks the page again every two seconds while it is in sight; without scripts one presses «Aggiorna». */
export function Refresh() {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh()
    }, everyMs)
    return () => clearInterval(timer)
  }, [router])
  return null
}
