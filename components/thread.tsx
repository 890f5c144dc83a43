import type { ReactNode } from 'react'
import { AttachmentList, type ListedAttachment } from './attachment-list'
import { DateTime } from './date-time'
import { Icon } from './icon'

export type ThreadSide = 'contributor' | 'office' | 'system'
export type ThreadEntry = {
  id: string
  side: ThreadSide
  /** Who wrote or did it, as the reader may know them. */
  author: string
  at: Date
  /** What it is: «Richiesta», «Risposta della sede», «Presa in carico». */
  title: string
  /** Plain text; its line breaks are kept and nothing in it is markup. */
  text?: string | undefined
  attachments?: readonly ListedAttachment[] | undefined
  /** Not seen before by who is reading. */
  fresh?: boolean | undefined
  /** Anything the page adds under the text, such as a term or a protocol number. */
  extra?: ReactNode
}

type ThreadProps = { entries: readonly ThreadEntry[]; hrefFor?: (id: string) => string; title?: string }

const looks = {
  contributor: { className: 'thread-entry is-contributor', name: 'Contribuente', icon: 'user' },
  office: { className: 'thread-entry is-office', name: 'Sede', icon: 'comment' },
  system: { className: 'thread-entry is-system', name: 'Portale', icon: 'clock' },
} as const

/** A request's whole conversation, oldest first and newest last. */
export function Thread({ entries, hrefFor, title = 'Conversazione' }: ThreadProps) {
  return (
    <ol className="thread" aria-label={title}>
      {entries.map((entry) => {
        const { className, name, icon } = looks[entry.side]
        const attachments = entry.attachments ?? []
        return (
          <li key={entry.id} className={className} id={`voce-${entry.id}`}>
            <h3>
              {entry.title} {entry.fresh && <span className="fresh-mark">Nuovo</span>}
            </h3>
            <div className="thread-meta">
              <span className="thread-side">
                <Icon name={icon} size={18} />
                {name}
              </span>
              <span>{entry.author}</span>
              <DateTime at={entry.at} />
            </div>
            {entry.text && <p className="thread-text">{entry.text}</p>}
            {entry.extra}
            {attachments.length > 0 && <AttachmentList attachments={attachments} {...(hrefFor && { hrefFor })} />}
          </li>
        )
      })}
    </ol>
  )
}
