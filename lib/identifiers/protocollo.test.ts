import { expect, test } from 'vitest'
import { isProtocollo, normaliseProtocollo } from './protocollo'

test.each(['INPS.5100.06/10/2015.0001234', 'INPS.7000.29/02/2024.9999999'])('%s is a protocollo', (protocollo) => {
  expect(isProtocollo(protocollo)).toBe(true)
})

test.each([
  'INPS.5100.30/02/2015.0001234',
  'INPS.5100.6/10/2015.0001234',
  'INPS.510.06/10/2015.0001234',
  'INPS.5100.06/10/2015.001234',
  'INPS.5100.06-10-2015.0001234',
  'INPSX5100.06/10/2015.0001234',
  'INPS.5100.06/10/2015.0001234\n',
  '',
])('%j is not a protocollo', (protocollo) => {
  expect(isProtocollo(protocollo)).toBe(false)
})

test('lower case and spaces are forgiven when it is typed', () => {
  expect(normaliseProtocollo(' inps.5100. 06/10/2015 .0001234')).toBe('INPS.5100.06/10/2015.0001234')
})
