import { v7 } from 'uuid'
import type { Officer } from '@/lib/auth/actor'
import { correctNotice, publishNotice } from '@/lib/notices/commands/office'
import { readNotice } from '@/lib/notices/commands/reading'
import { correctNoticeSchema, publishNoticeSchema } from '@/lib/notices/schema'
import { contacts, send } from './acts'
import type { Cast } from './cast'
import { daysAgo } from './clock'

const debt = {
  kind: 'DEB-OMI',
  year: '2024',
  periodFrom: '03/2024',
  periodTo: '04/2024',
  elaboratedOn: '02/11/2026',
  contributions: '03/2024;CXX;700,60;0,00\n04/2024;CXX;700,60;350,30',
  sanctions: '03/2024;16/04/2024;;930;700,60;a;178,51\n04/2024;16/05/2024;;900;350,30;a;86,38',
  f24: '03/2024;;CXX;00144 ROMA;879,11\n04/2024;;CXX;00144 ROMA;436,68',
}

/** Sanctions alone, for a payment of May 2024 that came a month late. */
const late = {
  kind: 'DEB-SAN',
  year: '2024',
  elaboratedOn: '12/10/2026',
  sanctions: '05/2024;17/06/2024;17/07/2024;30;700,60;a;5,76',
  f24: '05/2024;;CXX;00144 ROMA;5,76',
}

const answered = {
  kind: 'DEB-OMI',
  year: '2024',
  periodFrom: '02/2024',
  periodTo: '02/2024',
  elaboratedOn: '01/10/2026',
  contributions: '02/2024;CXX;480,00;0,00',
  sanctions: '02/2024;18/03/2024;;927;480,00;a;121,91',
  f24: '02/2024;;CXX;00144 ROMA;601,91',
}

/** Contribution alone, as to public bodies (messaggio 4521/2022). */
const publicBody = {
  kind: 'DEB-PA',
  year: '2023',
  periodFrom: '10/2023',
  periodTo: '11/2023',
  elaboratedOn: '05/11/2026',
  dueBy: '31/12/2026',
  contributions: '10/2023;CXX;674,40;0,00\n11/2023;CXX;674,40;0,00',
  f24: '10/2023;11/2023;CXX;39100 BOLZANO;1.348,80',
}

/** An invitation to correct a return, with no term and nothing to pay. */
const anomaly = {
  kind: 'ANO-DEN',
  year: '2024',
  periodFrom: '05/2024',
  periodTo: '05/2024',
  elaboratedOn: '09/11/2026',
}

const publish = (officer: Officer, codiceFiscale: string, externalNumber: string, typed: Record<string, string>) =>
  publishNotice(officer, publishNoticeSchema.parse({ codiceFiscale, externalNumber, ...typed }))

/** Comunicazioni di irregolarità: unread, sanctions alone, read and answered, of a public body, corrected. */
export async function seedNotices({ sender, officer }: Cast) {
  const [clara, chiara, hans] = [officer('clara'), officer('chiara'), officer('hans')]
  const alfa = sender('alfaServizi')

  const { id: noticeId } = await daysAgo(45, () => publish(clara, '01234567897', 'DEB-2026-000098', answered))
  await daysAgo(43, () => readNotice(alfa, { noticeId }))
  await daysAgo(41, () =>
    send(
      alfa,
      { ...contacts.mario, noticeId },
      '05.01',
      { noticeNumber: 'DEB-2026-000098', months: '02/2024' },
      'Il contributo di febbraio 2024 è stato versato il 18 marzo 2024: allego la quietanza.',
      ['quietanza-febbraio.pdf'],
    ),
  )
  await daysAgo(20, () => publish(clara, '01234567897', 'SAN-2026-000311', late))
  await daysAgo(4, () => publish(clara, '01234567897', 'DEB-2026-000123', debt))
  await daysAgo(6, () => publish(clara, '09876543217', 'ANO-2026-000040', anomaly))
  await daysAgo(10, () => publish(hans, '00764350567', 'PA-2026-000007', publicBody))

  const beta = { ...debt, f24: debt.f24.replaceAll('00144 ROMA', '80133 NAPOLI') }
  const wrong = await daysAgo(15, () => publish(chiara, '12345678903', 'DEB-2026-000456', beta))
  await daysAgo(9, () =>
    correctNotice(
      chiara,
      correctNoticeSchema.parse({
        ...beta,
        eventId: v7(),
        noticeId: wrong.id,
        text: 'Il versamento di aprile 2024 era stato abbinato solo in parte: la nuova comunicazione ne tiene conto.',
        externalNumber: 'DEB-2026-000456-BIS',
        periodTo: '03/2024',
        contributions: '03/2024;CXX;700,60;0,00',
        sanctions: '03/2024;16/04/2024;;930;700,60;a;178,51',
        f24: '03/2024;;CXX;80133 NAPOLI;879,11',
      }),
    ),
  )
}

/** One more, of a client of the firm, that nobody has read. */
export const publishToClient = (officer: Officer, codiceFiscale: string) =>
  daysAgo(3, () => publish(officer, codiceFiscale, 'DEB-2026-000777', debt))
