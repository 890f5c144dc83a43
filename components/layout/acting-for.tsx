import type { Route } from 'next'
import Link from 'next/link'
import { Icon } from '../icon'

type ActingForProps = {
  denomination: string
  codiceFiscale: string
  /** Under which title and for which firm: «delegato – Studio Verdi». */
  title: string
  /** Where it is said why one sees this contributor. */
  whyHref: Route | (string & {})
  /** Where another contributor is chosen; left out for who has only one, and no firm. */
  changeHref?: Route | (string & {}) | undefined
}

/** Always on screen in the contributor's side, so that nobody writes on behalf of the wrong one. */
export function ActingFor({ denomination, codiceFiscale, title, whyHref, changeHref }: ActingForProps) {
  return (
    <div className="acting-for" role="region" aria-label="Per chi stai operando">
      <div className="container">
        <p>
          <Icon name="user" size={20} />
          <span>
            Stai operando per: <strong>{denomination}</strong> – C.F. {codiceFiscale}, come {title}{' '}
            <Link href={whyHref as Route} prefetch={false}>
              Perché?<span className="visually-hidden"> Perché vedo questa posizione</span>
            </Link>
          </span>
        </p>
        {changeHref && (
          <Link href={changeHref as Route} prefetch={false}>
            Cambia contribuente
          </Link>
        )}
      </div>
    </div>
  )
}
