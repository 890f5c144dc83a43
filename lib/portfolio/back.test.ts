import { describe, expect, test } from 'vitest'
import { listBehind } from './back'

const opened = (from: string) => `/area/1/comunicazioni/2?${new URLSearchParams({ da: from })}`

describe('the way back to the list', () => {
  test('leads to the page of the list that one came from, filters included', () => {
    expect(listBehind(opened('/comunicazioni/da-leggere?tipo=DEB-OMI&dopo=2026'))).toBe(
      '/area/tutti/comunicazioni/da-leggere?tipo=DEB-OMI&dopo=2026',
    )
    expect(listBehind(opened('/richieste'))).toBe('/area/tutti/richieste')
    expect(listBehind(opened('/istanze?elenco=inviate'))).toBe('/area/tutti/istanze?elenco=inviate')
  })

  test('leads nowhere else, whoever wrote the address', () => {
    for (const from of ['//altrove.example', 'https://altrove.example', '/../../sede', '/richiesteX', '/studio', '@x'])
      expect(listBehind(opened(from))).toBeUndefined()
    expect(listBehind('/area/1/comunicazioni/2')).toBeUndefined()
    expect(listBehind(null)).toBeUndefined()
  })
})
