import { formatCount } from '@/lib/format'

export type Bar = { label: string; value: number }

const percent = (value: number, whole: number) => (whole === 0 ? 0 : Math.round((value / whole) * 1000) / 10)

/**
 * Quantities of one whole, each a row of a table with its bar. The numbers are written: who doesn't see the bar loses
 * nothing. The whole is the first.
 */
export function Bars({ caption, bars }: { caption: string; bars: readonly Bar[] }) {
  const whole = bars[0]?.value ?? 0
  return (
    <table className="figure-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Voce</th>
          <th scope="col">Quante</th>
          <th scope="col">In percentuale</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ label, value }) => (
          <tr key={label}>
            <th scope="row">
              {label}
              <svg className="figure-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect className="figure-bar-ground" width="100" height="10" />
                <rect className="figure-bar-value" width={Math.min(100, percent(value, whole))} height="10" />
              </svg>
            </th>
            <td className="is-number">{formatCount(value)}</td>
            <td className="is-number">{formatCount(percent(value, whole))} %</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
