import type { Route } from 'next'
import Link from 'next/link'

export type SectionVoice = {
  label: string
  href: Route | (string & {})
  current?: boolean | undefined
  /** How many wait behind the voice; `spoken` says of what («3 comunicazioni da leggere»). Nothing is shown at zero. */
  count?: { value: number; shown: string; spoken: string } | undefined
}

type VoiceGroup = { title: string; voices: SectionVoice[] }

/** The side menu of a section, in one group of voices or more; on a narrow screen each folds into one row. */
export function SectionMenu({
  voices,
  title = 'Comunicazione bidirezionale',
  more = [],
}: {
  voices: SectionVoice[]
  title?: string
  more?: VoiceGroup[]
}) {
  return (
    <div className="section-menu">
      <a className="visually-hidden-focusable" href="#titolo">
        Salta il menu di sezione
      </a>
      {[{ title, voices }, ...more].map((group) => (
        <MenuGroup key={group.title} {...group} />
      ))}
    </div>
  )
}

function MenuGroup({ title, voices }: VoiceGroup) {
  const list = <VoiceList voices={voices} />
  return (
    <>
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
    </>
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
