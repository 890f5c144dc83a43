import type { Route } from 'next'
import Link from 'next/link'

export type SectionVoice = {
  label: string
  href: Route | (string & {})
  current?: boolean | undefined
  /** How many wait behind the voice; `spoken` says of what («3 comunicazioni da leggere»). Nothing is shown at zero. */
  count?: { value: number; shown: string; spoken: string } | undefined
}

/** The side menu of a section; on a narrow screen it folds into one row. */
export function SectionMenu({
  voices,
  title = 'Comunicazione bidirezionale',
}: {
  voices: SectionVoice[]
  title?: string
}) {
  const list = <VoiceList voices={voices} />
  return (
    <div className="section-menu">
      <a className="visually-hidden-focusable" href="#titolo">
        Salta il menu di sezione
      </a>
      <nav className="section-menu-wide" aria-label={title}>
        <h2>{title}</h2>
        {list}
      </nav>
      <nav className="section-menu-narrow" aria-label={title}>
        <details>
          <summary>{title}</summary>
          {list}
        </details>
      </nav>
    </div>
  )
}

function VoiceList({ voices }: { voices: SectionVoice[] }) {
  return (
    <ul>
      {voices.map(({ label, href, current, count }) => (
        <li key={href}>
          <Link href={href as Route} prefetch={false} aria-current={current ? 'page' : undefined}>
            {label}
            {count && count.value > 0 && (
              <span className="count">
                <span aria-hidden="true">{count.shown}</span>
                <span className="visually-hidden"> ({count.spoken})</span>
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  )
}
