import { addDays } from '@/lib/calendar/days'
import { formatCount, formatDay } from '@/lib/format'

type Day = { day: string; read: number }

const [height, step] = [100, 12]

/** Days on which nobody read take their place too, or the drawing would lie about time. */
function withQuietDays(readings: readonly Day[], first: string, last: string) {
  const read = new Map(readings.map((each) => [each.day, each.read]))
  const days: Day[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push({ day, read: read.get(day) ?? 0 })
  return days
}

/** First readings by day, one column each; the same numbers stand in a table, for who doesn't see the drawing. */
export function DaysChart({ readings }: { readings: readonly Day[] }) {
  const [first, last] = [readings[0], readings.at(-1)]
  if (!first || !last) return <p>Nessuna comunicazione è stata ancora letta.</p>
  const days = withQuietDays(readings, first.day, last.day)
  const most = Math.max(...days.map(({ read }) => read))
  return (
    <figure className="days-chart">
      <figcaption id="letture-per-giorno">
        Prime letture al giorno, dal {formatDay(first.day)} al {formatDay(last.day)}: al massimo {formatCount(most)} in
        un giorno
      </figcaption>
      <svg
        viewBox={`0 0 ${days.length * step} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-labelledby="letture-per-giorno"
      >
        {days.map(({ day, read }, index) => {
          const tall = (read / Math.max(most, 1)) * height
          return (
            <rect
              key={day}
              className="figure-bar-value"
              x={index * step + 1}
              y={height - tall}
              width={step - 2}
              height={tall}
            />
          )
        })}
      </svg>
      <details>
        <summary>I numeri del grafico</summary>
        <table className="figure-table">
          <caption className="visually-hidden">Prime letture al giorno</caption>
          <thead>
            <tr>
              <th scope="col">Giorno</th>
              <th scope="col" className="is-number">
                Lette
              </th>
            </tr>
          </thead>
          <tbody>
            {readings.map(({ day, read }) => (
              <tr key={day}>
                <th scope="row">{formatDay(day)}</th>
                <td className="is-number">{formatCount(read)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
