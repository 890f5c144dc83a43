// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { NoticeDocument, type ShownNotice } from './notice-document'

afterEach(cleanup)

const debt: ShownNotice = {
  protocollo: 'INPS.7000.26/11/2026.0000001',
  externalNumber: 'ELAB-1',
  kind: 'DEB-OMI',
  contributor: { denomination: 'ALFA SERVIZI S.R.L.', codiceFiscale: '01234567890' },
  officeCode: '7000',
  officeName: 'Roma',
  year: 2024,
  periodFrom: '2024-03',
  periodTo: '2024-04',
  elaboratedOn: '2026-11-02',
  publishedAt: new Date('2026-11-26T09:00:00Z'),
  statusAt: new Date('2026-11-26T09:00:00Z'),
  dueBy: '2026-12-26',
  contributionsCents: 140_120,
  sanctionsCents: 9_830,
  content: {
    contributions: [
      { month: '2024-03', causale: 'CXX', due: 120_000, paid: 40_000 },
      { month: '2024-04', causale: 'CXX', due: 60_120, paid: 0 },
    ],
    sanctions: [
      { month: '2024-03', term: '2024-04-16', paidOn: null, days: 930, base: 80_000, rule: 'a', amount: 5_830 },
      { month: '2024-04', term: '2024-05-16', paidOn: '2024-07-01', days: 46, base: 60_120, rule: 'b', amount: 4_000 },
    ],
    f24: [
      { causale: 'CXX', branch: '00144 ROMA', from: '2024-03', to: '2024-04', amount: 140_120 },
      { causale: 'CXX', branch: '00144 ROMA', from: '2024-03', to: null, amount: 9_830 },
    ],
  },
}

const sanctionsAlone: ShownNotice = {
  ...debt,
  kind: 'DEB-SAN',
  periodFrom: '2024-00',
  periodTo: '2024-00',
  contributionsCents: 0,
  sanctionsCents: 9_830,
  content: { ...debt.content, contributions: [], f24: [] },
}

const cellsOf = (row: HTMLElement) => [...row.children].map(({ textContent }) => textContent.replaceAll('\u00a0', ' '))
const rowsOf = (table: string) =>
  within(screen.getByRole('table', { name: table }))
    .getAllByRole('row')
    .slice(1)
    .map(cellsOf)

test('the table of contributions says the difference of each month and adds up', () => {
  render(<NoticeDocument notice={debt} />)
  expect(rowsOf('Contributi mese per mese')).toEqual([
    ['03/2024', 'CXX', '1.200,00 €', '400,00 €', '800,00 €'],
    ['04/2024', 'CXX', '601,20 €', '0,00 €', '601,20 €'],
    ['Totale contributi', '', '1.801,20 €', '400,00 €', '1.401,20 €'],
  ])
})

test('the table of sanctions says the rule, and «non versato» where nothing was paid', () => {
  render(<NoticeDocument notice={debt} />)
  expect(rowsOf('Sanzioni civili mese per mese (art. 116, comma 8, L. 388/2000)')).toEqual([
    ['03/2024', '16/04/2024', 'non versato', '930', '800,00 €', 'lett. a)', '58,30 €'],
    ['04/2024', '16/05/2024', '01/07/2024', '46', '601,20 €', 'lett. b)', '40,00 €'],
    ['Totale sanzioni', '', '', '', '', '', '98,30 €'],
  ])
})

test('the F24 is told line by line, with the code of the office and the months as the paper wants them', () => {
  render(<NoticeDocument notice={debt} />)
  expect(rowsOf('Righe della sezione INPS dell’F24')).toEqual([
    ['Riga 1', '7000', 'CXX', '00144 ROMA', '03/2024', '04/2024', '1.401,20 €'],
    ['Riga 2', '7000', 'CXX', '00144 ROMA', '03/2024', 'lascia vuoto', '98,30 €'],
    ['Totale', '', '', '', '', '', '1.499,50 €'],
  ])
})

test('the grand total, the day of elaboration and the day of its standing are written', () => {
  const { container } = render(<NoticeDocument notice={debt} />)
  const text = container.textContent
  for (const words of [
    'Totale della comunicazione: 1.499,50 €',
    'Elaborata il2 novembre 2026',
    'Situazione aggiornata al26 novembre 2026',
    'interrompe la prescrizione',
  ])
    expect(text).toContain(words)
})

test('sanctions alone are called by their name, and have no table of contributions', () => {
  render(<NoticeDocument notice={sanctionsAlone} />)
  expect(screen.getByText('Solo sanzioni per ritardato versamento')).toBeDefined()
  expect(screen.getByText('Solo sanzioni per ritardato versamento (0/2024 – 0/2024)')).toBeDefined()
  expect(screen.queryByRole('heading', { name: 'Contributi' })).toBeNull()
  expect(screen.queryByRole('heading', { name: 'Come compilare l’F24' })).toBeNull()
})

test('before publication it has no protocol and no day of publication', () => {
  const { container } = render(
    <NoticeDocument notice={{ ...debt, protocollo: undefined, publishedAt: undefined, statusAt: undefined }} />,
  )
  for (const words of ['Protocollo', 'Pubblicata il', 'Situazione aggiornata al'])
    expect(container.textContent).not.toContain(words)
})
