import { newsKinds, type NewsKind } from '@/db/vocabulary'

const kinds: Record<NewsKind, string> = {
  notice: 'Nuove comunicazioni di irregolarità',
  reply: 'Risposte della sede',
  deadline: 'Scadenze entro 7 giorni',
  delegation: 'Novità sulle deleghe',
}

type WishesProps = {
  /** What a box needs, by the name of its field. */
  box: (name: `${NewsKind}${'Email' | 'Sms'}`) => Record<string, unknown>
}

/** Which news by which channel: one box for each. */
export function Wishes({ box }: WishesProps) {
  const tick = (kind: NewsKind, channel: 'Email' | 'Sms') => {
    const { error: _, ...input } = box(`${kind}${channel}`)
    const by = channel === 'Email' ? 'per e-mail' : 'per SMS'
    return <input type="checkbox" {...input} aria-label={`${kinds[kind]} ${by}`} />
  }
  return (
    <div className="data-table-room">
      <table className="data-table" role="table">
        <caption>Che cosa vuoi sapere, e come</caption>
        <thead role="rowgroup">
          <tr role="row">
            {['Che cosa', 'Per e-mail', 'Per SMS'].map((header) => (
              <th key={header} role="columnheader" scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {newsKinds.map((kind) => (
            <tr key={kind} role="row">
              <th role="rowheader" scope="row">
                {kinds[kind]}
              </th>
              <td role="cell" data-label="Per e-mail">
                {tick(kind, 'Email')}
              </td>
              <td role="cell" data-label="Per SMS">
                {tick(kind, 'Sms')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
