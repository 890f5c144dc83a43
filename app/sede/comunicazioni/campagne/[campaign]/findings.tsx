import { Pager } from '@/components/pager'
import { formatCount } from '@/lib/format'
import type { listFindings } from '@/lib/campaigns/queries'
import { FindingTable } from './findings-table'

type FindingsProps = {
  campaign: { refusedLines: number; warnedLines: number }
  findings: Awaited<ReturnType<typeof listFindings>>
  here: string
  /** Not the first page. */
  further: boolean
}

/** Every line that does not go, and those to look at twice: here a page at a time, whole in the file to download. */
export function Findings({ campaign, findings, here, further }: FindingsProps) {
  const { refusedLines, warnedLines } = campaign
  if (refusedLines + warnedLines === 0) return <p>Nessuna riga scartata e nessun avvertimento.</p>
  return (
    <>
      <p>
        {formatCount(refusedLines)} {refusedLines === 1 ? 'riga scartata' : 'righe scartate'},{' '}
        {formatCount(warnedLines)} {warnedLines === 1 ? 'riga con un avvertimento' : 'righe con un avvertimento'}. Le
        righe scartate non partono; quelle con un avvertimento sì.
      </p>
      <p className="no-print">
        {/* A plain link: the answer is a file. */}
        <a className="btn btn-outline-primary" href={`${here}/scarti`}>
          Scarica l’elenco in CSV
        </a>
      </p>
      <FindingTable findings={findings.rows} />
      <Pager
        by="order"
        newerHref={further ? here : undefined}
        olderHref={findings.next ? `${here}?${new URLSearchParams({ dopo: findings.next })}` : undefined}
      />
    </>
  )
}
