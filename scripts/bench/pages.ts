import postgres, { type Sql } from 'postgres'
import { officer, representative } from './people'
import { bygoneYear, commonWord, rareWord, scarceWord } from './words'

export interface Page {
  what: string
  who: 'representative' | 'officer'
  /** Pages of the same kind, visited in turn. */
  paths: string[]
  /** Rows of requests that the page must show: a quick answer may be an empty one. */
  rows: number
}

/** Rows of a whole page of a list. */
const whole = 25
const queues = { 'to take up': 'da-prendere', mine: 'mie', awaiting: 'in-attesa', closed: 'chiuse' }

/**
 * The plainest page that the portal makes for a person: it asks who they are, reads one list of one or two rows, and
 * nothing else. The others are judged against it.
 */
export const plainPage = '/sessioni'

const day = (monthsAgo: number) => {
  const date = new Date()
  date.setUTCMonth(date.getUTCMonth() - monthsAgo)
  return date.toISOString().slice(0, 10)
}

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)
const cursor = ([row]: { at: Date; id: string }[]) => `${row!.at.toISOString()}_${row!.id}`

/** The measured contributor, and twenty of its answered requests spread over the years. */
async function readArea(sql: Sql) {
  const [access] = await sql<{ id: string }[]>`
    select contributor_id as id from accesses join users on users.id = user_id where codice_fiscale = ${representative}`
  const { id } = access!
  const answered = await sql<{ id: string }[]>`
    select id from (
      select id, row_number() over (order by submitted_at) as place, count(*) over () as places
      from requests where contributor_id = ${id} and outcome = 'granted'
        and exists (select from thread_entries where request_id = requests.id and act = 'reply')
    ) answered where place % greatest(1, places / 20) = 0 limit 20`
  const oldest = await sql<{ at: Date; id: string }[]>`
    select submitted_at as at, id from requests where contributor_id = ${id}
    order by submitted_at, id offset ${whole} limit 1`
  return { id, answered: idsOf(answered), beforeLast: cursor(oldest) }
}

/** Twenty requests waiting at the measured office, and where its archive ends. */
async function readDesk(sql: Sql) {
  const office = sql`office_code = (select office_code from officers join users on users.id = user_id where codice_fiscale = ${officer})`
  const waiting = await sql<{ id: string }[]>`select id from requests where ${office} and status = 'submitted' limit 20`
  const oldest = await sql<{ at: Date; id: string }[]>`
    select closed_at as at, id from requests where ${office} and status in ('closed', 'withdrawn')
    order by closed_at, id offset ${whole} limit 1`
  return { waiting: idsOf(waiting), beforeLast: cursor(oldest) }
}

/** The pages that are measured, with the addresses that the database of this size gives them. */
export async function pagesToMeasure(url: string): Promise<{ contributorId: string; pages: Page[] }> {
  const sql = postgres(url, { max: 1 })
  const [area, desk] = await Promise.all([readArea(sql), readDesk(sql)]).finally(() => sql.end())
  const list = `/area/${area.id}/richieste`
  const listPage = (what: string, query: Record<string, string>, rows = whole): Page => ({
    what,
    who: 'representative',
    paths: [`${list}?${new URLSearchParams(query)}`],
    rows,
  })
  const pages: Page[] = [
    { what: 'plain page', who: 'representative', paths: [plainPage], rows: 0 },
    { what: 'text alone', who: 'representative', paths: ['/note-legali'], rows: 0 },
    listPage('list', {}),
    listPage('list, last page', { dopo: area.beforeLast }),
    listPage('list by status', { stato: 'chiusa' }),
    listPage('list by area', { area: '05' }),
    listPage('list by period', { dal: day(9), al: day(6) }),
    listPage('list by words, common', { parole: commonWord }),
    listPage('list by words, scarce', { parole: scarceWord }, 3),
    listPage('list by words, rare', { parole: rareWord }, 10),
    listPage('list by words, common and rare', { parole: `${commonWord} ${rareWord}` }, 1),
    listPage('list by words, of years ago', { parole: bygoneYear }),
    { what: 'detail', who: 'representative', paths: area.answered.map((id) => `${list}/${id}`), rows: 0 },
    ...Object.entries(queues).map(([what, queue]): Page => {
      return { what: `desk, ${what}`, who: 'officer', paths: [`/sede?coda=${queue}`], rows: whole }
    }),
    {
      what: 'desk, closed, last page',
      who: 'officer',
      paths: [`/sede?coda=chiuse&dopo=${desk.beforeLast}`],
      rows: whole,
    },
    { what: 'desk, detail', who: 'officer', paths: desk.waiting.map((id) => `/sede/richieste/${id}`), rows: 0 },
  ]
  return { contributorId: area.id, pages }
}
