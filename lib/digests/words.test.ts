import { beforeAll, expect, test, vi } from 'vitest'

let digestWords: typeof import('./words').digestWords
beforeAll(async () => {
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
  vi.stubEnv('AUTH_SECRET', 'a secret of at least thirty-two characters')
  ;({ digestWords } = await import('./words'))
})

const none = { items: 0, contributors: 0 }
const tally = {
  notice: { items: 3, contributors: 2 },
  reply: none,
  deadline: { items: 1, contributors: 1 },
  delegation: none,
}

test('a digest says how many things there are and for how many, the most urgent first, and leads to them', () => {
  const { subject, body } = digestWords('email', tally)
  expect(subject).toBe('Riepilogo: ci sono novità nel portale')
  expect(body).toContain(
    '- 1 scadenza entro 7 giorni, per 1 contribuente\n- 3 comunicazioni da leggere, per 2 contribuenti\n',
  )
  expect(body).not.toMatch(/rispost|delegh/)
  expect(body).toContain('http://localhost:3000/area/tutti\n')
})

test('by SMS it fits in one, however much there is', () => {
  expect(digestWords('sms', tally).body).toBe(
    '1 scadenza entro 7 giorni, 3 comunicazioni da leggere. Leggi su http://localhost:3000/area/tutti',
  )
  const much = { items: 999_999, contributors: 9_999 }
  const all = digestWords('sms', { notice: much, reply: much, deadline: much, delegation: much }).body
  expect(all.length).toBeLessThanOrEqual(160)
})
