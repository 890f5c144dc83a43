import { v7 } from 'uuid'
import { accesses, administrators, contributors, officers, officerUnits, users } from '@/db/schema'
import { transaction } from '@/db/write'
import type { PinLevel, UnitCode } from '@/db/vocabulary'
import { hashPin } from '@/lib/auth/pin'
import type { Portfolio } from '@/lib/auth/actor'
import { verify } from '@/lib/auth/verify'
import { demoPin } from '../demo-cast'

const people = {
  mario: ['RSSMRA85T10A562S', 'Mario', 'Rossi'],
  andrea: ['BRGNDR88C18F839N', 'Andrea', 'Bergamini'],
  assunta: ['MLLSNT75M50A952L', 'Assunta', 'Mulles'],
  giulia: ['MRTGLI84E61H501V', 'Giulia', 'Moretti'],
  clara: ['BNCLRA80A41H501D', 'Clara', 'Bianchi'],
  franco: ['GLLFNC82H23H501U', 'Franco', 'Galli'],
  elena: ['RVILNE85D55H501W', 'Elena', 'Riva'],
  chiara: ['FRRCHR78D44F839L', 'Chiara', 'Ferri'],
  hans: ['HFRHNS79E14A952V', 'Hans', 'Hofer'],
  marco: ['CNTMRC69L12H501E', 'Marco', 'Conti'],
  giuseppe: ['VRDGPP70R15F839P', 'Giuseppe', 'Verdi'],
  sofia: ['RMNSFO90P55F839T', 'Sofia', 'Romano'],
  luca: ['PLLLCU76S03A952X', 'Luca', 'Pallua'],
  paola: ['DNTPLA72B52H501Y', 'Paola', 'Donati'],
} as const
type Name = keyof typeof people

/** The codice fiscale of one of the cast. */
export const codeOf = (name: Name) => people[name][0]

const companies = {
  alfaServizi: ['01234567897', 'ALFA SERVIZI S.R.L.', '7000', 'mario'],
  alfaFormazione: ['03456789019', 'ALFA FORMAZIONE S.R.L.', '7000', 'mario'],
  beta: ['12345678903', 'BETA CONSULTING S.R.L.', '5100', 'andrea'],
  comune: ['00764350567', 'COMUNE DI VALDICESE', '1400', 'assunta'],
  gamma: ['09876543217', 'GAMMA STUDI S.R.L.', '7000', 'giulia'],
} as const
type Company = keyof typeof companies

const everyUnit: UnitCode[] = ['FC', 'AN', 'RC', 'CO', 'AS']
const desks = {
  clara: { officeCode: '7000', role: 'officer', unitCodes: ['FC'] },
  franco: { officeCode: '7000', role: 'head', unitCodes: everyUnit },
  elena: { officeCode: '7000', role: 'officer', unitCodes: everyUnit },
  chiara: { officeCode: '5100', role: 'officer', unitCodes: everyUnit },
  hans: { officeCode: '1400', role: 'officer', unitCodes: everyUnit },
} as const satisfies Partial<
  Record<Name, { officeCode: string; role: 'officer' | 'head'; unitCodes: readonly UnitCode[] }>
>

const since = new Date('2015-10-06T00:00:00+02:00')
const levelOf = (name: Name): PinLevel => (name === 'giulia' ? 'online' : 'dispositivo')

/** The people of the demonstration, their companies and desks; gives them back as actors, by name. */
export async function seedCast() {
  const pinHash = await hashPin(demoPin)
  return transaction(async (tx) => {
    const userIds = new Map<Name, string>()
    for (const [name, [codiceFiscale, firstName, lastName]] of Object.entries(people) as [
      Name,
      (typeof people)[Name],
    ][]) {
      const [user] = await tx
        .insert(users)
        .values({ codiceFiscale, firstName, lastName, pinHash, pinLevel: levelOf(name), pinChosenAt: since })
        .returning({ id: users.id })
      userIds.set(name, user!.id)
    }
    const id = (name: Name) => userIds.get(name)!

    const contributorIds = new Map<Company, string>()
    for (const [company, [codiceFiscale, denomination, officeCode, holder]] of Object.entries(companies) as [
      Company,
      (typeof companies)[Company],
    ][]) {
      const [contributor] = await tx
        .insert(contributors)
        .values({ codiceFiscale, denomination, officeCode })
        .returning({ id: contributors.id })
      contributorIds.set(company, contributor!.id)
      await tx
        .insert(accesses)
        .values({ userId: id(holder), contributorId: contributor!.id, title: 'legal_representative', validFrom: since })
    }
    for (const [name, { officeCode, role, unitCodes }] of Object.entries(desks) as [
      keyof typeof desks,
      (typeof desks)[keyof typeof desks],
    ][]) {
      await tx.insert(officers).values({ userId: id(name), officeCode, role, validFrom: '2015-10-06' })
      await tx.insert(officerUnits).values(unitCodes.map((unitCode) => ({ officerId: id(name), unitCode })))
    }
    await tx.insert(administrators).values({ userId: id('marco') })

    return {
      sender: (company: Company) =>
        verify({
          kind: 'contributor',
          id: id(companies[company][3]),
          contributorId: contributorIds.get(company)!,
          title: 'legal_representative',
          pinLevel: 'dispositivo',
        }),
      administrator: () => verify({ kind: 'administrator', id: id('marco') }),
      person: (name: Name) => verify({ kind: 'person', id: id(name), sessionId: v7(), pinLevel: levelOf(name) }),
      portfolio: (name: Name, firm: NonNullable<Portfolio['firm']>) =>
        verify({ kind: 'portfolio', id: id(name), pinLevel: levelOf(name), firm }),
      officer: (name: keyof typeof desks) =>
        verify({ kind: 'officer', id: id(name), ...desks[name], unitCodes: [...desks[name].unitCodes] }),
    }
  })
}
export type Cast = Awaited<ReturnType<typeof seedCast>>
