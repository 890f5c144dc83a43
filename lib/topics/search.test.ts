import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { topicAreas, topicSubjects } from '@/db/topics'
import { matchTopics } from './search'

const tree = topicSubjects.map(({ code, areaCode, label, synonyms }) => {
  return { code, label, synonyms, areaLabel: topicAreas.find((area) => area.code === areaCode)?.label ?? '' }
})
const areasFound = (query: string) => [...new Set(matchTopics(query, tree).map((code) => code.slice(0, 2)))]
const topic = (code: string, label: string, synonyms: string[] = [], areaLabel = '') => ({
  code,
  label,
  synonyms,
  areaLabel,
})

describe('what people type in the tree as shipped', () => {
  test('«avviso bonario» finds the notices and nothing else', () => {
    expect(matchTopics('avviso bonario', tree)).toEqual(['05.01', '05.02', '05.03', '05.04', '05.05'])
  })

  test('«F24» finds first the payment that was not matched, then the wrong ones', () => {
    expect(matchTopics('F24', tree).slice(0, 4)).toEqual(['04.01', '04.02', '04.03', '04.04'])
  })

  test('«rateizzazione» finds the payments by instalments', () => {
    expect(matchTopics('rateizzazione', tree)).toEqual(['06.01', '06.02', '06.03'])
    expect(areasFound('pagare a rate')).toEqual(['06'])
  })

  test('«durc» finds the certificate of regularity', () => {
    expect(matchTopics('durc', tree)).toEqual(['10.01', '10.02'])
  })

  test('«pec» finds first the change of address, then the notice that did not arrive', () => {
    expect(matchTopics('pec', tree)).toEqual(['01.02', '05.05'])
  })

  test.each([
    ['sgravio', '09.02'],
    ['quietanza', '04.01'],
    ['UniEmens', '05.02'],
    ['emens', '03.01'],
    ['cassa', '03.04'],
    ['IBAN', '07.03'],
    ['massimale', '03.05'],
    ['cartella esattoriale', '09.01'],
    ['cambio amministratore', '01.03'],
    ['SC72', '01.03'],
    ['ravvedimento', '08.02'],
    ['estratto conto', '11.01'],
    ['ricorso', '12.01'],
    ['spid', '14.02'],
  ])('«%s» finds %s', (query, code) => {
    expect(matchTopics(query, tree)).toContain(code)
  })

  test('every topic is found by its own label, first or among its equals', () => {
    for (const { code, label } of tree) expect(matchTopics(label, tree)).toContain(code)
  })
})

describe('the rules of the search', () => {
  test('a word in the label comes before one in a synonym, and that before one in the area', () => {
    const topics = [topic('area', 'x', [], 'RIMBORSI'), topic('synonym', 'y', ['rimborso']), topic('label', 'Rimborso')]
    expect(matchTopics('rimborso', topics)).toEqual(['label', 'synonym', 'area'])
  })

  test('topics as good as one another keep their order', () => {
    expect(matchTopics('delega', [topic('b', 'Delega'), topic('a', 'Delega')])).toEqual(['b', 'a'])
  })

  test('accents, case and punctuation do not matter', () => {
    const topics = [topic('a', "Cessazione attività dell'azienda")]
    for (const query of ['ATTIVITA', 'attività', 'attivita\u0300', '«azienda»', "dell'azienda", 'ａｔｔｉｖｉｔà']) {
      expect(matchTopics(query, topics)).toEqual(['a'])
    }
  })

  test('the beginning of a word is enough, its middle is not', () => {
    const topics = [topic('a', 'Rateizzazione')]
    expect([matchTopics('rat', topics), matchTopics('r', topics)]).toEqual([['a'], ['a']])
    expect(matchTopics('zazione', topics)).toEqual([])
  })

  test.each([
    ['avvisi bonari', 'avviso bonario'],
    ['deleghe', 'delega'],
    ['denunce', 'denuncia'],
    ['sgravi', 'sgravio'],
    ['rateizzazioni', 'rateizzazione'],
  ])('«%s» finds «%s»', (query, word) => {
    expect(matchTopics(query, [topic('a', 'x', [word])])).toEqual(['a'])
  })

  test('all the words together come before some of them', () => {
    const topics = [topic('one', 'Avviso già pagato'), topic('both', 'x', ['avviso bonario'])]
    expect(matchTopics('avviso bonario', topics)).toEqual(['both'])
    expect(matchTopics('ho ricevuto un avviso', topics)).toEqual(['one', 'both'])
  })

  test('small words are not looked for, unless they are all there is', () => {
    const topics = [topic('a', 'Avviso già pagato'), topic('b', 'Stato della domanda')]
    expect(matchTopics("lo stato dell'avviso", topics)).toEqual(['a', 'b'])
    expect(matchTopics('a', topics)).toEqual(['a'])
  })

  test.each(['', '   ', '«»', 'xyzzy', '.*', '%'])('%j finds nothing', (query) => {
    expect(matchTopics(query, tree)).toEqual([])
  })

  test('whatever is typed gives codes of the tree, each once', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 300 }),
        (query) => {
          const found = matchTopics(query, tree)
          expect(new Set(found).size).toBe(found.length)
          expect(found.every((code) => tree.some((leaf) => leaf.code === code))).toBe(true)
        },
      ),
    )
  })
})
