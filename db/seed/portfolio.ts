import { v7 } from 'uuid'
import { contributors } from '@/db/schema'
import { transaction } from '@/db/write'
import type { ContributorSide, Person, Portfolio } from '@/lib/auth/actor'
import { addDays } from '@/lib/calendar/days'
import { romeDate } from '@/lib/calendar/working-days'
import { conferDelegation, revokeDelegations } from '@/lib/delegations/commands/contributor'
import { compileDelegation, validateDelegation } from '@/lib/delegations/commands/delegate'
import { acceptDelegation } from '@/lib/delegations/commands/invited'
import { keepClient } from '@/lib/firms/commands/clients'
import { addToGroup, keepGroup } from '@/lib/firms/commands/groups'
import { acceptMembership } from '@/lib/firms/commands/invitations'
import { inviteMember } from '@/lib/firms/commands/members'
import { registerFirm } from '@/lib/firms/commands/register'
import { subdelegate } from '@/lib/firms/commands/subdelegations'
import { acceptAppointment } from '@/lib/representatives/commands/answer'
import { appointRepresentative } from '@/lib/representatives/commands/appoint'
import { type Cast, codeOf } from './cast'
import { clients, unsigned } from './clients'
import { daysAgo } from './clock'
import { publishToClient } from './notices'

const whole = { scope: 'total', exclusive: false, workers: [] as string[], endsOn: null } as const

/** Given by its contributor on the portal, and accepted; gives its id. */
async function direct(
  giver: ContributorSide,
  delegate: Person,
  given: Partial<Parameters<typeof conferDelegation>[1]>,
) {
  const delegationId = v7()
  const startsOn = romeDate(new Date())
  await conferDelegation(giver, { delegationId, delegateCode: '', ...whole, startsOn, ...given })
  await acceptDelegation(delegate, { delegationId })
  return delegationId
}

/** Compiled by the firm, signed on paper, validated; left to be signed when it has no day of signature. */
async function indirect(
  holder: Portfolio,
  codiceFiscale: string,
  { endsOn = null as string | null, signed = true } = {},
) {
  const delegationId = v7()
  const startsOn = romeDate(new Date())
  await compileDelegation(holder, { delegationId, codiceFiscale, ...whole, startsOn, endsOn })
  if (signed) await validateDelegation(holder, { delegationId, signedOn: startsOn })
}

const groups = {
  Edilizia: /CANTIERI|CARPENTERIA|COSTRUZIONI|DOMUS|EDIL|PONTEGGI|SCAVI|IMPIANTI/,
  'Sport e associazioni': /S\.S\.D\.|ASSOCIAZIONE|CIRCOLO|APS|CORALE/,
  Servizi: /DIGITALE|DATAVISTA|LOGISTICA|ANALISI|STAMPA|IDEE|VIAGGI|LINGUE/,
}

/** The firm with its forty contributors, three groups and one collaborator; the other representative; a partial delegate. */
export async function seedPortfolio(cast: Cast) {
  const ids = await transaction((tx) =>
    tx
      .insert(contributors)
      .values([...clients, unsigned].map((client) => ({ ...client, officeCode: '7000' })))
      .returning({ id: contributors.id, codiceFiscale: contributors.codiceFiscale }),
  )
  const idOf = new Map(ids.map(({ id, codiceFiscale }) => [codiceFiscale, id]))

  const firm = await daysAgo(400, async () => {
    const { id, memberId } = await registerFirm(cast.administrator(), {
      kind: 'firm',
      denomination: 'Studio Verdi – consulenti del lavoro',
      holderCode: codeOf('giuseppe'),
    })
    await acceptMembership(cast.person('giuseppe'), { memberId })
    return { id, role: 'holder' as const }
  })
  const holder = cast.portfolio('giuseppe', firm)
  const [alfa, beta] = [cast.sender('alfaServizi'), cast.sender('beta')]
  const delegateCode = codeOf('giuseppe')
  await daysAgo(390, () => direct(alfa, cast.person('giuseppe'), { delegateCode }))
  await daysAgo(380, () => direct(beta, cast.person('giuseppe'), { delegateCode }))
  const soon = addDays(romeDate(new Date()), 12)
  await daysAgo(360, async () => {
    for (const [index, { codiceFiscale }] of clients.entries())
      await indirect(holder, codiceFiscale, index === 3 ? { endsOn: soon } : {})
  })
  await daysAgo(2, () => indirect(holder, unsigned.codiceFiscale, { signed: false }))

  const formazione = cast.sender('alfaFormazione')
  const ended = await daysAgo(120, () => direct(formazione, cast.person('giuseppe'), { delegateCode }))
  await daysAgo(30, () =>
    revokeDelegations(formazione, { delegations: [ended], text: 'Da ottobre la società segue da sé gli adempimenti.' }),
  )
  await daysAgo(60, () =>
    direct(alfa, cast.person('paola'), {
      delegateCode: codeOf('paola'),
      scope: 'partial',
      workers: ['RSSMRA85T10A562S', 'BNCLRA80A41H501D'],
    }),
  )
  await daysAgo(90, async () => {
    const appointmentId = v7()
    const startsOn = romeDate(new Date())
    const municipality = cast.sender('comune')
    await appointRepresentative(municipality, { appointmentId, codiceFiscale: codeOf('luca'), startsOn, endsOn: null })
    await acceptAppointment(cast.person('luca'), { appointmentId })
  })
  await seedFirm(cast, holder, (code) => idOf.get(code)!)
  const builder = clients.find(({ denomination }) => denomination.startsWith('EDILIZIA'))!
  await publishToClient(cast.officer('clara'), builder.codiceFiscale)
}

/** What the firm has of its own: groups, codes of clients, one collaborator for one group. */
async function seedFirm(cast: Cast, holder: Portfolio, idOf: (codiceFiscale: string) => string) {
  const made = new Map<string, string>()
  for (const [name, words] of Object.entries(groups)) {
    const { id: groupId } = await keepGroup(holder, { name })
    const inside = clients.filter(({ denomination }) => words.test(denomination))
    await addToGroup(holder, { groupId, contributorIds: inside.map(({ codiceFiscale }) => idOf(codiceFiscale)) })
    made.set(name, groupId)
  }
  const { id: memberId } = await inviteMember(holder, { codiceFiscale: codeOf('sofia') })
  await acceptMembership(cast.person('sofia'), { memberId })
  await subdelegate(holder, { memberId, groupId: made.get('Sport e associazioni') })
  for (const [index, { codiceFiscale }] of clients.slice(0, 12).entries())
    await keepClient(holder, {
      contributorId: idOf(codiceFiscale),
      clientCode: `C${String(index + 1).padStart(3, '0')}`,
      assigneeId: null,
      note: null,
    })
}
