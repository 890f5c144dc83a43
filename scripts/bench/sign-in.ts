import { Browser } from './browser'
import { hiddenFields } from './form'
import { pin } from './people'

/** A browser in which this person has signed in, through the form that everybody uses. */
export async function signIn(origin: string, codiceFiscale: string) {
  const browser = new Browser(origin)
  const page = await browser.get('/accesso')
  const fields = hiddenFields(page.text(), 'codiceFiscale')
  const answer = await browser.postForm('/accesso', [...fields, ['codiceFiscale', codiceFiscale], ['pin', pin]])
  if (answer.status !== 303) throw new Error(`Sign-in answered ${answer.status}`)
  return browser
}
