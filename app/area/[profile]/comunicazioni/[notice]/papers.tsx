import type { Route } from 'next'
import Link from 'next/link'

type NoticePapersProps = { here: string; sha256: string; paperSha256: string | undefined; read: boolean }

/** The notice on paper, the receipt of its reading, and the fingerprints of what it says and of its file. */
export function Papers({ here, sha256, paperSha256, read }: NoticePapersProps) {
  return (
    <section aria-labelledby="documenti">
      <h2 id="documenti">Documenti</h2>
      <div className="button-row no-print">
        {/* A plain link: the answer is a file, not a page that the router could draw. */}
        <a className="btn btn-primary" href={`${here}/pdf`}>
          Scarica la comunicazione (PDF)
        </a>
        {read && (
          <Link className="btn btn-outline-primary" href={`${here}/ricevuta` as Route} prefetch={false}>
            Ricevuta di lettura
          </Link>
        )}
      </div>
      <p>
        Impronta SHA-256 della comunicazione: <span className="code">{sha256}</span>
      </p>
      {paperSha256 && (
        <p>
          Impronta SHA-256 del file PDF: <span className="code">{paperSha256}</span>
        </p>
      )}
    </section>
  )
}
