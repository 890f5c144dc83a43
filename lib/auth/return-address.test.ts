import { expect, test } from 'vitest'
import { returnAddress } from './return-address'

test.each([
  '//evil.example',
  '/\\evil.example',
  '/..//evil.example',
  '/area/../..//evil.example',
  '/.//evil.example',
  'https:evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/\tevil',
  '',
  undefined,
  ['/area'],
])('an address outside the portal (%j) leads to the front door', (asked) =>
  expect(returnAddress(asked, '/area')).toBe('/area'),
)

test('the page somebody was on is where they come back', () =>
  expect(returnAddress('/area/0199-aa/richieste/nuova?bozza=0199', '/area')).toBe(
    '/area/0199-aa/richieste/nuova?bozza=0199',
  ))

test.each(['/esci', '/area/../esci'])('nobody comes back to the way out (%s)', (asked) =>
  expect(returnAddress(asked, '/area')).toBe('/area'),
)
