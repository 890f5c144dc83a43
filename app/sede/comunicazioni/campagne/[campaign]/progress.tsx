import { formatBytes, formatCount } from '@/lib/format'
import { Refresh } from './refresh'

type WorkInProgressProps = {
  label: string
  value: number
  max: number
  /** How far it is, in words: what the bar says to the eye. */
  says: string
  here: string
}

/** A job under way: a bar, the same in words, and the page that keeps itself up to date. */
function WorkInProgress({ label, value, max, says, here }: WorkInProgressProps) {
  return (
    <section className="campaign-progress" aria-labelledby="avanzamento">
      <h2 id="avanzamento">{label}</h2>
      <progress aria-labelledby="avanzamento" max={Math.max(max, 1)} value={value} />
      <p>{says}</p>
      <p className="campaign-progress-note">
        La pagina si aggiorna da sola. Puoi lasciarla: il lavoro continua. <a href={here}>Aggiorna</a>
      </p>
      <Refresh />
    </section>
  )
}

type Loading = { bytesRead: number; fileSize: number; lines: number; refusedLines: number }

/** The dry run: how much of the file was read, and what was found so far. */
export function LoadingProgress({ campaign, here }: { campaign: Loading; here: string }) {
  const { bytesRead, fileSize, lines, refusedLines } = campaign
  return (
    <WorkInProgress
      label="Controllo del file in corso"
      value={bytesRead}
      max={fileSize}
      says={`Letti ${formatBytes(bytesRead)} su ${formatBytes(fileSize)}: ${formatCount(lines)} righe, ${formatCount(refusedLines)} scartate.`}
      here={here}
    />
  )
}

type Releasing = { released: number; releaseUpTo: number; notices: number }

/** A stage of the release: how many are out, and where it ends. */
export function ReleaseProgress({ campaign, here }: { campaign: Releasing; here: string }) {
  const { released, releaseUpTo, notices } = campaign
  return (
    <WorkInProgress
      label="Pubblicazione in corso"
      value={released}
      max={releaseUpTo}
      says={`Pubblicate ${formatCount(released)} comunicazioni; questo invio arriva a ${formatCount(releaseUpTo)} su ${formatCount(notices)}.`}
      here={here}
    />
  )
}
