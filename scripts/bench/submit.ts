import { randomBytes } from 'node:crypto'
import type { Browser } from './browser'
import { hiddenFields } from './form'
import { inLanes } from './measure'

const megabyte = 1024 * 1024
const opening = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Length 1 >>\nstream\n', 'latin1')
const ending = Buffer.from('\nendstream\nendobj\ntrailer\n<< /Size 2 >>\n%%EOF\n', 'latin1')
/** The largest file that is taken, unlike any other: a scan is noise to whoever reads its bytes. */
const scan = () => Buffer.concat([opening, randomBytes(3 * megabyte - opening.length - ending.length), ending])

/** How long each step of a submission took, in milliseconds. */
interface Steps {
  form: number[]
  upload: number[]
  review: number[]
  send: number[]
}

async function timed<T>(into: number[], work: () => Promise<T>) {
  const since = performance.now()
  const result = await work()
  into.push(performance.now() - since)
  return result
}

function requireStatus(what: string, { status, text }: { status: number; text: () => string }, expected: number) {
  if (status !== expected) throw new Error(`${what} answered ${status}: ${text().slice(0, 300)}`)
}

/** One request with three files of 3 MB, from the empty form to the receipt, by the addresses that a browser uses. */
async function submitOne(browser: Browser, contributorId: string, topicCode: string, steps: Steps) {
  const home = `/area/${contributorId}/richieste/nuova`
  const opened = await browser.get(home)
  requireStatus('The new form', opened, 307)
  const page = await timed(steps.form, () => browser.get(opened.location!))
  const hidden = hiddenFields(page.text(), 'topicCode')
  const draft = new Map(hidden).get('draftId')!

  const uploadTo = `/api/allegati?${new URLSearchParams({ profilo: contributorId, bozza: draft })}`
  for (const name of ['quietanza.pdf', 'denuncia.pdf', 'visura.pdf']) {
    const body = scan()
    const kept = await timed(steps.upload, () =>
      browser.post(uploadTo, { type: 'application/pdf', body, headers: { 'x-file-name': name } }),
    )
    requireStatus('The upload', kept, 201)
  }

  const typed: [string, string][] = [
    ['email', 'ufficio@esempio.it'],
    ['notifyByEmail', 'on'],
    ['areaCode', topicCode.slice(0, 2)],
    ['topicCode', topicCode],
    ['text', 'Chiediamo di abbinare i versamenti alla nostra posizione; alleghiamo le quietanze e la denuncia.'],
  ]
  const reviewed = await timed(steps.review, () => browser.postForm(opened.location!, [...hidden, ...typed]))
  requireStatus('The review', reviewed, 303)
  const review = await browser.get(reviewed.location!)
  requireStatus('The page of review', review, 200)
  const sent = await timed(steps.send, () =>
    browser.postForm(reviewed.location!, hiddenFields(review.text(), 'draftId')),
  )
  requireStatus('Sending', sent, 303)
  if (!sent.location?.endsWith('/ricevuta')) throw new Error(`Sending led to ${sent.location}`)
}

/** Sends `times` requests, `atOnce` at a time. Gives the milliseconds of each, and of their steps. */
export async function submitMany(
  browser: Browser,
  {
    contributorId,
    topicCode,
    times,
    atOnce,
  }: { contributorId: string; topicCode: string; times: number; atOnce: number },
) {
  const steps: Steps = { form: [], upload: [], review: [], send: [] }
  const whole = await inLanes(times, atOnce, () => submitOne(browser, contributorId, topicCode, steps))
  return { whole, steps }
}
