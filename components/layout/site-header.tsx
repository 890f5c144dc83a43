import type { Route } from 'next'
import Link from 'next/link'
import { BrandMark } from '../brand-mark'
import { Icon } from '../icon'
import { NavVoice } from './nav-voice'

/** `invitations` says how many wait for them («1 invito»), when any does. */
type SignedIn = { name: string; invitations?: string }

type SiteHeaderProps = {
  /** The person signed in, by the name they are greeted with; nobody when absent. */
  person?: SignedIn | undefined
  voices: { label: string; href: Route }[]
}

/** The three-part header of the design system: whose service it is and who is signed in, its name, its menu. */
export function SiteHeader({ person, voices }: SiteHeaderProps) {
  return (
    <header className="it-header-wrapper on-dark">
      <div className="it-header-slim-wrapper">
        <div className="container">
          <div className="it-header-slim-wrapper-content">
            <p className="it-header-slim-note">
              <strong>Gestione Separata</strong> <span>· Questo non è il sito ufficiale dell’INPS</span>
            </p>
            <div className="it-header-slim-right-zone">{person ? <Signed {...person} /> : <SignIn />}</div>
          </div>
        </div>
      </div>
      <div className="it-nav-wrapper">
        <div className="it-header-center-wrapper">
          <div className="container">
            <div className="it-header-center-content-wrapper">
              <div className="it-brand-wrapper">
                <Link href="/" prefetch={false}>
                  <BrandMark className="brand-mark" />
                  <span className="it-brand-text">
                    <span className="it-brand-title">Cassetto Committenti</span>
                    <span className="it-brand-tagline">Comunicazione bidirezionale della Gestione Separata</span>
                  </span>
                </Link>
              </div>
            </div>
          </div>
        </div>
        <div className="it-header-navbar-wrapper">
          <nav className="container" aria-label="Menu principale">
            <ul>
              {voices.map((voice) => (
                <li key={voice.href}>
                  <NavVoice {...voice} />
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </div>
    </header>
  )
}

function SignIn() {
  return (
    <Link className="btn-access" href="/accesso" prefetch={false}>
      Accedi
    </Link>
  )
}

function Signed({ name, invitations }: SignedIn) {
  return (
    <>
      <Link className="it-header-slim-person" href="/sessioni" prefetch={false}>
        <Icon name="user" size={18} />
        <span>
          {name}
          <span className="visually-hidden"> – Il tuo profilo</span>
        </span>
      </Link>
      {invitations && (
        <Link className="it-header-slim-person" href="/inviti" prefetch={false}>
          <span>
            {invitations}
            <span className="visually-hidden"> in attesa della tua risposta</span>
          </span>
        </Link>
      )}
      <form action="/esci" method="post">
        <button className="btn-access btn-leave" type="submit">
          Esci
        </button>
      </form>
    </>
  )
}
