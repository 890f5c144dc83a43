import { NextResponse } from 'next/server'
import { returnAddress } from '@/lib/auth/return-address'
import { sealedAddress } from '@/lib/auth/sealed-words'
import { env } from '@/lib/env'

/** Fields of a form of search, and characters of each, at most. */
const [mostFields, longest] = [20, 200]

/** A search for people, by forms that post: it leads to the list with what was typed sealed in the address (ASVS 14.2.1). */
export async function POST(request: Request) {
  const form = await request.formData().catch(() => new FormData())
  const { vai, riservato, ...values } = Object.fromEntries(
    [...form]
      .slice(0, mostFields)
      .map(([name, value]) => [name, typeof value === 'string' ? value.slice(0, longest) : '']),
  )
  const home = returnAddress(vai, '/area').split('?')[0]!
  return NextResponse.redirect(new URL(sealedAddress(home, values, riservato ?? ''), env.PORTAL_URL), 303)
}
