import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ContactSection } from '@/components/contacts/contact-section'
import { DoneAlert } from '@/components/contacts/done-alert'
import { PersonFrame } from '@/app/person-frame'
import { PageTitle } from '@/components/layout/page-title'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import type { Person } from '@/lib/auth/actor'
import { openWords } from '@/lib/auth/sealed-words'
import { isProven } from '@/lib/auth/queries'
import { requirePerson } from '@/lib/auth/session'
import { canRemove, kindsFor } from '@/lib/contacts/policy'
import { listContacts } from '@/lib/contacts/queries'
import { isUuid } from '@/lib/identifiers/uuid'
import { boxesOf } from '@/lib/notifications/preference-schema'
import {
  findException,
  findOwnContributors,
  findPreferences,
  listExceptions,
  listOwnGroups,
} from '@/lib/notifications/queries'
import { proposeOwnContactAction, removeOwnContactAction, sendOwnCodeAction, verifyOwnContactAction } from './action'
import { Exceptions } from './exceptions'
import { ExceptionForm, PreferencesForm } from './form'

export const metadata: Metadata = { title: 'Preferenze degli avvisi' }

const actions = {
  propose: proposeOwnContactAction,
  send: sendOwnCodeAction,
  verify: verifyOwnContactAction,
  remove: removeOwnContactAction,
}

export default async function PreferencesPage({ searchParams }: PageProps<'/preferenze'>) {
  const { fatto, contribuente, gruppo, cerca } = await searchParams
  const actor = await requirePerson()
  const chosen = contribuente ?? gruppo
  if (chosen !== undefined) return <ExceptionPage actor={actor} about={gruppo ? 'group' : 'contributor'} id={chosen} />
  const words = (openWords(cerca) ?? '').replaceAll('\0', '').trim()
  const [contacts, { rhythm, wishes }, exceptions, groups, proven, found] = await Promise.all([
    listContacts(actor),
    findPreferences(actor),
    listExceptions(actor),
    listOwnGroups(actor),
    isProven(actor),
    words === '' ? undefined : findOwnContributors(actor, words),
  ])
  const online = actor.pinLevel === 'online'
  return (
    <PersonFrame voice="/preferenze">
      <PageTitle lead="Dove e quando ti scriviamo. I messaggi dicono solo che c’è una novità: per leggerla serve il PIN.">
        Preferenze degli avvisi
      </PageTitle>
      <DoneAlert done={fatto} />
      <p>
        <Link href="/avvisi">Guarda che cosa ti abbiamo inviato</Link>
      </p>
      <p>
        Questi recapiti sono tuoi, e di nessun contribuente. Finché non ne verifichi uno, le novità arrivano dove hai
        chiesto nell’ultima richiesta inviata.
      </p>
      {online && <PinOnlineNotice />}
      {kindsFor(actor).map((kind) => (
        <ContactSection
          key={kind}
          kind={kind}
          contacts={contacts.map((contact) => ({ ...contact, removable: !online && canRemove(actor, contact) }))}
          right={online ? 'read' : 'change'}
          asksPin={!proven}
          actions={actions}
          hidden={{}}
        />
      ))}
      <section className="contact-section" aria-labelledby="preferenze">
        <h2 id="preferenze">Che cosa, come e ogni quanto</h2>
        <p>Gli SMS partono dalle 9 alle 19 e solo verso un cellulare verificato.</p>
        <PreferencesForm rhythm={rhythm} boxes={boxesOf(wishes)} />
      </section>
      <Exceptions exceptions={exceptions} groups={groups} words={words} found={found} />
    </PersonFrame>
  )
}

type ExceptionPageProps = { actor: Person; about: 'contributor' | 'group'; id: string | string[] }

/** What one wants to know of one contributor or group: as if it were not there, when it is not one's own. */
async function ExceptionPage({ actor, about, id }: ExceptionPageProps) {
  const exception =
    typeof id === 'string' && isUuid(id) ? await findException(actor, { about, aboutId: id }) : undefined
  if (!exception) notFound()
  const { aboutId, name, wishes } = exception
  return (
    <PersonFrame voice="/preferenze">
      <PageTitle lead="Quello che scegli qui vale solo in questo caso, al posto delle preferenze generali.">
        {about === 'group' ? `Avvisi per il gruppo ${name}` : `Avvisi per ${name}`}
      </PageTitle>
      <ExceptionForm about={about} aboutId={aboutId} boxes={boxesOf(wishes)} />
      <p>
        <Link href="/preferenze">Torna alle preferenze</Link>
      </p>
    </PersonFrame>
  )
}
