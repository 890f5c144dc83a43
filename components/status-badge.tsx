export type StatusTone = 'open' | 'progress' | 'waiting' | 'closed' | 'neutral'

const looks = {
  open: 'status-badge is-open',
  progress: 'status-badge is-progress',
  waiting: 'status-badge is-waiting',
  closed: 'status-badge is-closed',
  neutral: 'status-badge is-neutral',
} satisfies Record<StatusTone, string>

/** Where a request stands. The words say it all; tone gives colour and the shape of the dot. */
export function StatusBadge({ tone, label }: { tone: StatusTone; label: string }) {
  return <span className={looks[tone]}>{label}</span>
}
