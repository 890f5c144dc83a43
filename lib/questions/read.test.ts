import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { QuestionKind } from '@/db/question'
import { readAnswer } from './read'
import { describeAnswer } from './schema'

const valueOf = (kind: QuestionKind, typed: string, today = '2015-10-06') => {
  const answer = readAnswer(kind, typed, today)
  return answer && 'value' in answer ? answer.value : undefined
}
const refusal = (kind: QuestionKind, typed: string, today = '2015-10-06') => {
  const answer = readAnswer(kind, typed, today)
  return answer && 'refusal' in answer ? answer.refusal : undefined
}

describe('a month', () => {
  test.each([
    ['03/2015', '2015-03'],
    [' 3/2015 ', '2015-03'],
    ['2015-03', '2015-03'],
    ['０３／２０１５', '2015-03'],
    ['04/1996', '1996-04'],
    ['11/2015', '2015-11'],
  ])('typed %j is %s', (typed, month) => {
    expect(valueOf('month', typed)).toBe(month)
  })

  test.each(['13/2015', '00/2015', '03/15', 'marzo', '03/2015 04/2015'])('typed %j is not one', (typed) => {
    expect(refusal('month', typed)).toBe('Scrivi il mese come mm/aaaa, per esempio 03/2015.')
  })

  test('comes from April 1996 to the next month', () => {
    expect(refusal('month', '03/1996')).toContain('04/1996')
    expect(refusal('month', '12/2015')).toBe('Il mese non può venire dopo 11/2015.')
    expect(valueOf('month', '01/2016', '2015-12-31')).toBe('2016-01')
    expect(refusal('month', '02/2016', '2015-12-31')).toBe('Il mese non può venire dopo 01/2016.')
  })
})

describe('several months', () => {
  test.each([
    ['02/2015, 01/2015', ['2015-01', '2015-02']],
    ['01/2015 02/2015', ['2015-01', '2015-02']],
    ['01/2015;02/2015\r\n03/2015', ['2015-01', '2015-02', '2015-03']],
    ['01/2015, 01/2015,', ['2015-01']],
    ['11/2014 - 02/2015', ['2014-11', '2014-12', '2015-01', '2015-02']],
    ['11/2014–01/2015', ['2014-11', '2014-12', '2015-01']],
    ['da 11/2014 a 01/2015', ['2014-11', '2014-12', '2015-01']],
    ['05/2014, 11/2014-01/2015', ['2014-05', '2014-11', '2014-12', '2015-01']],
    ['03-2015', ['2015-03']],
  ])('typed %j are %j', (typed, months) => {
    expect(valueOf('months', typed)).toEqual(months)
  })

  test.each(['02/2015 - 01/2015', '01/2015, 13/2015', 'tutto il 2015', ',', '01/2015 a02/2015', '01/2015 -'])(
    'typed %j are refused',
    (typed) => {
      expect(refusal('months', typed)).toContain('Scrivi i mesi come mm/aaaa')
    },
  )

  test('are at most 120, none out of bounds', () => {
    expect(valueOf('months', '12/2005 - 11/2015')).toHaveLength(120)
    expect(refusal('months', '11/2005 - 11/2015')).toBe('Indica al massimo 120 mesi.')
    expect(refusal('months', '10/2015, 12/2015')).toContain('11/2015')
    expect(refusal('months', '03/1996 - 05/1996')).toContain('04/1996')
    expect(refusal('months', '01/1000 - 12/9999, '.repeat(500))).toContain('04/1996')
    expect(refusal('months', '04/1996 - 11/2015, '.repeat(500))).toBe('Indica al massimo 120 mesi.')
  })
})

describe('a year', () => {
  test('has four digits, from 1996 to that of the next month', () => {
    expect([valueOf('year', '1996'), valueOf('year', '2015')]).toEqual([1996, 2015])
    for (const typed of ['1995', '2016', '15', '2015.0', '0x7DF', '٢٠١٥']) {
      expect(refusal('year', typed)).toBe("Scrivi l'anno con quattro cifre, dal 1996 al 2015.")
    }
    expect(valueOf('year', '2016', '2015-12-01')).toBe(2016)
  })
})

describe('a date', () => {
  test.each([
    ['06/10/2015', '2015-10-06'],
    ['6-1-2015', '2015-01-06'],
    ['29/02/2012', '2012-02-29'],
    ['2015-10-06', '2015-10-06'],
    ['31/12/2025', '2025-12-31'],
  ])('typed %j is %s', (typed, date) => {
    expect(valueOf('date', typed)).toBe(date)
  })

  test.each(['30/02/2015', '29/02/2015', '31/04/2015', '06/13/2015', '6 ottobre 2015', '06/10/15', '061015'])(
    'typed %j is not one',
    (typed) => {
      expect(refusal('date', typed)).toContain('Scrivi una data che esiste, come gg/mm/aaaa')
    },
  )

  test.each(['31/12/1899', '01/01/2026', '06/10/2150'])('typed %j is too far away', (typed) => {
    expect(refusal('date', typed)).toBe("La data è troppo lontana: controlla l'anno.")
  })
})

describe('an amount', () => {
  test.each([
    ['1.234,56', 123_456],
    ['1234,56', 123_456],
    ['1.234', 123_400],
    ['1234', 123_400],
    ['0,01', 1],
    ['€ 700,60', 70_060],
    ['700,60 €', 70_060],
    ['700,60 euro', 70_060],
    ['1.234.567,89', 123_456_789],
    ['1.000.000.000,00', 100_000_000_000],
  ])('typed %j is %d cents', (typed, cents) => {
    expect(valueOf('amount', typed)).toBe(cents)
  })

  test.each([
    ...['1.234,567', '1.234,5', '1234.56', '1,234.56', '12.34,56', '1.2345,00', ',50', '12,', '-1,00', '+1,00'],
    ...['1e3', 'mille', '٧٠٠', '1 234,56', "1'234,56", '00,50', '01,00', 'Infinity', '€'],
  ])('typed %j is refused with the way to write it', (typed) => {
    expect(refusal('amount', typed)).toBe(
      "Scrivi l'importo in euro con la virgola e due decimali, per esempio 1.234,56.",
    )
  })

  test('is more than nothing and at most a thousand million euros', () => {
    expect(refusal('amount', '0,00')).toBe("L'importo deve essere maggiore di zero.")
    expect(refusal('amount', '1.000.000.000,01')).toBe("L'importo non può superare 1.000.000.000,00 €.")
    expect(refusal('amount', '9'.repeat(190))).toBe("L'importo non può superare 1.000.000.000,00 €.")
  })

  test('shown and typed again is the same amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000_000_000 }), (cents) => {
        expect(valueOf('amount', describeAnswer({ kind: 'amount' }, cents))).toBe(cents)
      }),
    )
  })
})

describe('codici fiscali', () => {
  const [one, two, three] = ['RSSMRA85T10A562S', 'BNCLRA80A41H501D', '01234567897']

  test.each([
    ['apart by commas', `${one}, ${two},${three}`],
    ['apart by spaces', `${one} ${two}  ${three}`],
    ['one for each line', `${one}\r\n${two}\n\n${three}\n`],
    ['in lower case, one with spaces inside', `${one.toLowerCase()}; bnc lra 80a41 h501d ;${three}`],
    ['one of them twice', `${one}\n${two}\n${three}\n${one}`],
  ])('%s are read in their order', (_, typed) => {
    expect(valueOf('codiciFiscali', typed)).toEqual([one, two, three])
  })

  test('that are wrong are named with their place in the list', () => {
    expect(refusal('codiciFiscali', `${one}\nRSSMRA85T10A562T\n${two}`)).toBe(
      "Controlla questi codici fiscali dell'elenco: n. 2 («RSSMRA85T10A562T»).",
    )
    expect(refusal('codiciFiscali', 'a b c d e f g')).toBe(
      "Controlla questi codici fiscali dell'elenco: n. 1 («A»), n. 2 («B»), n. 3 («C»), n. 4 («D»), n. 5 («E») e altri 2.",
    )
    expect(refusal('codiciFiscali', 'x'.repeat(5_000))?.length).toBeLessThan(120)
  })

  test('are from 1 to 200', () => {
    const companies = Array.from({ length: 201 }, (_, index) => {
      const body = String(index + 1).padStart(10, '0')
      return [...'0123456789'].map((check) => body + check).find((code) => valueOf('codiceFiscale', code))
    })
    expect(valueOf('codiciFiscali', companies.slice(1).join('\n'))).toHaveLength(200)
    expect(refusal('codiciFiscali', companies.join('\n'))).toBe('Indica al massimo 200 codici fiscali.')
    expect(refusal('codiciFiscali', ', ;')).toBe('Scrivi almeno un codice fiscale.')
  })

  test('one alone is forgiven spaces and lower case, and must be right', () => {
    expect(valueOf('codiceFiscale', 'rss mra 85t10 a562s')).toBe(one)
    expect(refusal('codiceFiscale', 'RSSMRA85T10A562T')).toContain('Il codice fiscale non è scritto correttamente')
  })
})

describe('the other kinds', () => {
  test('a protocollo is forgiven lower case and spaces, and must be whole', () => {
    expect(valueOf('protocollo', 'inps.5100.06/10/2015.0001234')).toBe('INPS.5100.06/10/2015.0001234')
    expect(refusal('protocollo', 'INPS.5100.30/02/2015.0001234')).toContain('Il protocollo non è scritto correttamente')
  })

  test('an IBAN is forgiven spaces, and must be right', () => {
    expect(valueOf('iban', 'it60 x054 2811 1010 0000 0123 456')).toBe('IT60X0542811101000000123456')
    expect(refusal('iban', 'IT60X0542811101000000123457')).toContain("L'IBAN non è scritto correttamente")
  })

  test('a causale is two to five letters or digits', () => {
    expect([valueOf('f24Causale', 'cxx'), valueOf('f24Causale', 'C10')]).toEqual(['CXX', 'C10'])
    expect(refusal('f24Causale', 'CXX-1')).toContain('Scrivi la causale')
    expect(refusal('f24Causale', 'CXXCXX')).toContain('Scrivi la causale')
  })

  test('a text keeps its words on one line, at most 200 characters', () => {
    expect(valueOf('text', '  <b>Nuova\n sede</b> ')).toBe('<b>Nuova sede</b>')
    expect(valueOf('text', 'è'.repeat(200))).toHaveLength(200)
    expect(refusal('text', 'è'.repeat(201))).toBe('Scrivi al massimo 200 caratteri.')
  })

  test('a count is a whole number', () => {
    expect(valueOf('count', ' 36 ')).toBe(36)
    for (const typed of ['3,5', '-1', '1.000', 'tre', '1000001']) expect(refusal('count', typed)).toContain('intero')
  })

  test('a prose keeps its lines, whoever sent them', () =>
    expect(valueOf('prose', ' Prima riga\r\nSeconda   riga ')).toBe('Prima riga\nSeconda riga'))

  test('a box is ticked or it is not', () => {
    expect(valueOf('box', 'on')).toBe('on')
    expect(refusal('box', 'sì')).toBe('Questa scelta non è valida.')
  })
})
