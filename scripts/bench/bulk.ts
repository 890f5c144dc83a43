import type { Sql } from 'postgres'
import { packIds } from '../../lib/portfolio/packed-ids'
import type { Browser } from './browser'
import { hiddenFields } from './form'
import type { Intermediary } from './portfolio'
import { report } from './report'

const many = 1_000

/** Posts what the page would, in the place of the fields given, and tells how long the whole took. */
async function timed(browser: Browser, path: string, holding: string, given: Record<string, string>) {
  const page = await browser.get(path)
  const hidden = hiddenFields(page.text(), holding).filter(([name]) => !(name in given))
  const since = performance.now()
  const answer = await browser.postForm(path, [...hidden, ...Object.entries(given)])
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
  return { seconds: (performance.now() - since) / 1000, text: answer.text() }
}

/** A thousand notices at once: assigned to a colleague, one's own dot put out, and read with all the evidence of a reading. */
export async function measureBulk(sql: Sql, browser: Browser, { codiceFiscale, clients }: Intermediary) {
  const idsOf = (unread: boolean) => sql<{ id: string; colleague: string }[]>`
    select notices.id, (select user_id from firm_members where firm_id = accesses.firm_id and role = 'collaborator') as colleague
    from notices join accesses using (contributor_id) join users on users.id = accesses.user_id
    where codice_fiscale = ${codiceFiscale} and unread = ${unread} limit ${many}`
  const [unread, read] = [await idsOf(true), await idsOf(false)]
  const chosen = (rows: typeof read) => rows.map(({ id }) => id).join(' ')
  const [list, confirmation] = [
    '/area/tutti/comunicazioni/lette',
    '/area/tutti/comunicazioni/leggi?elenco=unread&tutte=1',
  ]
  const acts = {
    assigned: () =>
      timed(browser, list, 'elenco', { altrove: chosen(read), atto: 'affida', incaricato: read[0]!.colleague }),
    'dot put out': () => timed(browser, list, 'elenco', { altrove: chosen(read), atto: 'segna-viste' }),
    read: () => timed(browser, confirmation, 'letture', { letture: packIds(unread.map(({ id }) => id)) }),
  }
  for (const [act, perform] of Object.entries(acts)) {
    const { seconds, text } = await perform()
    const said = /(?:Affidate|Fatto per|Letture registrate:)[^<]*/.exec(text)?.[0]
    if (!said?.includes('1.000') && !said?.includes(String(many))) throw new Error(`${act}: ${said ?? 'no answer'}`)
    report({ clients, what: `${many} notices ${act}`, seconds })
  }
}
