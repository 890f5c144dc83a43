import { redirect } from 'next/navigation'
import { signedInPerson } from '@/lib/auth/session'

/** The way in after sign-in: each to their own side. */
export default async function EnterPage() {
  const person = await signedInPerson()
  if (!person) redirect('/accesso')
  if (person.sides.sede) redirect('/sede')
  if (person.sides.amministrazione) redirect('/amministrazione')
  redirect('/area')
}
