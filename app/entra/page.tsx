import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { carry, readAim } from '@/lib/applications/aim'
import { signedInPerson } from '@/lib/auth/session'

/** The way in after sign-in: each to their own side, with what they came for. */
export default async function EnterPage({ searchParams }: PageProps<'/entra'>) {
  const aim = readAim(await searchParams)
  const person = await signedInPerson()
  if (!person) redirect(aim ? `/accesso?${new URLSearchParams({ ritorno: `/entra${carry(aim)}` })}` : '/accesso')
  if (person.sides.sede) redirect('/sede')
  if (person.sides.amministrazione) redirect('/amministrazione')
  redirect(`/area${carry(aim)}` as Route)
}
