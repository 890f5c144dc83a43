import type { NoticeContent } from '@/db/notice-content'
import { formatItalianDate } from '@/lib/calendar/iso-date'
import { formatAmount } from '@/lib/format'
import { isSanctionsOnly } from '@/lib/notices/period'
import { totalsOf } from '@/lib/notices/totals'
import type { Heading, Refuse } from './lines'

type Verdicts = { refuse: Refuse; warn: Refuse }

/**
 * Whether a notice agrees with itself (domain.md §5.2): period, dates, kind, totals equal to the rows to the cent.
 * @param today ISO: a term already past is warned, an elaboration still to come is refused
 */
export function checkNotice(heading: Heading, content: NoticeContent, today: string, { refuse, warn }: Verdicts) {
  checkPeriod(heading, refuse)
  checkKind(heading, content, refuse)
  checkTotals(heading, content, refuse)
  const { elaboratedOn, dueBy } = heading
  if (elaboratedOn > today) refuse('elaborata_il', 'La data di elaborazione non è ancora arrivata.')
  if (dueBy === null) return
  if (dueBy < elaboratedOn)
    refuse('scadenza', `La scadenza viene prima dell’elaborazione, ${formatItalianDate(elaboratedOn)}.`)
  else if (dueBy < today) warn('scadenza', 'La scadenza è già passata.')
}

function checkPeriod({ kind, year, periodFrom, periodTo }: Heading, refuse: Refuse) {
  const sanctionsOnly = isSanctionsOnly(periodFrom)
  if (sanctionsOnly !== isSanctionsOnly(periodTo))
    return refuse('periodo_a', 'Il periodo 0/aaaa va scritto sia in periodo_da sia in periodo_a.')
  if (sanctionsOnly && kind !== 'DEB-SAN')
    return refuse('periodo_da', 'Il periodo 0/aaaa è solo delle comunicazioni DEB-SAN (sole sanzioni).')
  if (!sanctionsOnly && kind === 'DEB-SAN')
    return refuse('periodo_da', 'In una comunicazione DEB-SAN (sole sanzioni) il periodo è 0/aaaa – 0/aaaa.')
  if (periodFrom > periodTo) return refuse('periodo_a', 'Il periodo finisce prima di cominciare.')
  if (sanctionsOnly && (periodFrom !== periodTo || periodFrom !== `${year}-00`))
    refuse('periodo_a', 'Per le sole sanzioni periodo_da e periodo_a sono 0/aaaa, con l’anno della colonna anno.')
}

const debts = ['DEB-OMI', 'DEB-SAN', 'DEB-PA']

function checkKind({ kind, contributionsCents, sanctionsCents }: Heading, content: NoticeContent, refuse: Refuse) {
  if (kind === 'DEB-SAN' && content.contributions.length > 0)
    refuse('tipo', 'Una comunicazione DEB-SAN non ha righe C: riguarda le sole sanzioni.')
  if (kind === 'DEB-PA' && content.sanctions.length > 0)
    refuse('tipo', 'Una comunicazione DEB-PA non ha righe S: riguarda la sola contribuzione.')
  if (debts.includes(kind) && contributionsCents + sanctionsCents === 0)
    refuse('totale_contributi', 'Una comunicazione di debito ha un totale maggiore di zero.')
}

function checkTotals({ kind, contributionsCents, sanctionsCents }: Heading, content: NoticeContent, refuse: Refuse) {
  const totals = totalsOf(content)
  const owed = kind === 'ANO-VER' ? Math.max(0, totals.difference) : totals.difference
  const contributionsAgree = contributionsCents === owed
  const sanctionsAgree = sanctionsCents === totals.sanctions
  if (!contributionsAgree)
    refuse(
      'totale_contributi',
      `Il totale è ${formatAmount(contributionsCents)}, ma nelle righe C dovuto meno versato fa ${formatAmount(owed)}.`,
    )
  if (!sanctionsAgree)
    refuse(
      'totale_sanzioni',
      `Il totale è ${formatAmount(sanctionsCents)}, ma le righe S fanno ${formatAmount(totals.sanctions)}.`,
    )
  const total = contributionsCents + sanctionsCents
  if (contributionsAgree && sanctionsAgree && content.f24.length > 0 && total > 0 && totals.f24 !== total)
    refuse('importo', `Le righe F fanno ${formatAmount(totals.f24)}, ma il totale da versare è ${formatAmount(total)}.`)
}
