import { formatBytes } from '@/lib/format'
import { Icon } from './icon'

/** A file as it is shown: `size` in bytes, `sha256` in hexadecimal. */
export type ListedAttachment = { id: string; name: string; size: number; sha256: string }

type AttachmentListProps = { attachments: readonly ListedAttachment[]; hrefFor?: (id: string) => string }

const downloadAddress = (id: string) => `/api/allegati/${encodeURIComponent(id)}`

/** Files that can be downloaded, each with its size and its fingerprint. */
export function AttachmentList({ attachments, hrefFor = downloadAddress }: AttachmentListProps) {
  return (
    <ul className="attachment-list">
      {attachments.map(({ id, name, size, sha256 }) => (
        <li key={id}>
          <Icon name="file" />
          <p>
            {name} <span className="attachment-size">({formatBytes(size)})</span>
          </p>
          {/* A plain link: the answer is a file, not a page that the router could draw. */}
          <a className="btn btn-outline-primary btn-sm no-print" href={hrefFor(id)}>
            Scarica<span className="visually-hidden"> {name}</span>
          </a>
          <details>
            <summary>
              Impronta SHA-256<span className="visually-hidden"> di {name}</span>
            </summary>
            <code>{sha256}</code>
          </details>
        </li>
      ))}
    </ul>
  )
}
