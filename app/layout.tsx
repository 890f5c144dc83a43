import type { Metadata, Route, Viewport } from 'next'
import localFont from 'next/font/local'
import type { ReactNode } from 'react'
import { SiteFooter } from '@/components/layout/site-footer'
import { SiteHeader } from '@/components/layout/site-header'
import { SkipLinks } from '@/components/layout/skip-links'
import { signedInPerson } from '@/lib/auth/session'
import { invitationWords } from '@/lib/delegations/words'
import { waitingInvitations } from './waiting-invitations'
import './styles/portal.scss'

// next/font reads these calls as they stand, so the paths cannot be built. Two calls, one family: only the weights that the
// first lines are written with are asked for ahead of the stylesheet.
const titillium = localFont({
  src: [
    {
      path: '../node_modules/bootstrap-italia/dist/fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-regular.woff2',
      weight: '400',
    },
    {
      path: '../node_modules/bootstrap-italia/dist/fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-600.woff2',
      weight: '600',
    },
  ],
  declarations: [{ prop: 'font-family', value: 'Titillium Web' }],
  display: 'swap',
  variable: '--font-titillium',
})
const titilliumBold = localFont({
  src: '../node_modules/bootstrap-italia/dist/fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-700.woff2',
  weight: '700',
  declarations: [{ prop: 'font-family', value: 'Titillium Web' }],
  display: 'swap',
  preload: false,
  variable: '--font-titillium-bold',
})

export const metadata: Metadata = {
  title: { default: 'Cassetto Committenti – Comunicazione bidirezionale', template: '%s – Cassetto Committenti' },
  description:
    'Scrivi alla sede che segue la tua posizione nella Gestione Separata, allega i documenti e leggi la risposta.',
  formatDetection: { telephone: false },
}

export const viewport: Viewport = { themeColor: '#00304c' }

/** The day on which the texts of the public pages were last reviewed. */
const updatedOn = '2026-11-23'

export default async function RootLayout({ children }: { children: ReactNode }) {
  const person = await signedInPerson()
  const invitations = person?.sides.area ? await waitingInvitations() : 0
  const voices: { label: string; href: Route }[] = [{ label: 'Il servizio', href: '/' }]
  if (person?.sides.area) voices.push({ label: 'Area riservata', href: '/area' })
  if (person?.sides.sede) voices.push({ label: 'Sede', href: '/sede' })
  if (person?.sides.amministrazione) voices.push({ label: 'Amministrazione', href: '/amministrazione' })
  voices.push({ label: 'Aiuto', href: '/aiuto' })
  return (
    <html lang="it" className={`${titillium.variable} ${titilliumBold.variable}`}>
      <body>
        <SkipLinks />
        <SiteHeader
          person={
            person && { name: person.name, ...(invitations > 0 && { invitations: invitationWords(invitations) }) }
          }
          voices={voices}
        />
        <main id="contenuto" tabIndex={-1}>
          {children}
        </main>
        <SiteFooter updatedOn={updatedOn} />
      </body>
    </html>
  )
}
