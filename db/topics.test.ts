import { expect, test } from 'vitest'
import { topicAreas, topicSubjects } from './topics'

/** The tree as agreed, area by area: code, label and unit of each leaf. */
const agreed = `
01 ANAGRAFICA
01.01 AN Variazione denominazione o sede legale
01.02 AN Aggiornamento PEC e recapiti
01.03 AN Legale rappresentante o altro responsabile
01.04 AN Fusione, incorporazione, successione, cessione
01.05 AN Cessazione attività di committente
02 DELEGHE
02.01 AN Delega non visibile o non attivabile
02.02 AN Revoca o scadenza non recepita
02.03 AN Delega parziale: elenco collaboratori
02.04 AN Conflitto con altra delega esclusiva
03 DENUNCE UNIEMENS
03.01 FC Denuncia non acquisita o scartata
03.02 FC Rettifica imponibile o aliquota
03.03 FC Errato campo chiave / eliminazione denuncia
03.04 FC Compensi denunciati e non corrisposti
03.05 FC Superamento del massimale
03.06 FC Collaboratore da altra gestione / trasferimento contributi
03.07 FC Invio documentazione
04 VERSAMENTI
04.01 FC F24 versato e non abbinato
04.02 FC Errata causale, sede o periodo
04.03 FC Errato codice fiscale / versante diverso
04.04 FC Versamento duplicato o eccedente: imputazione
05 COMUNICAZIONI DI IRREGOLARITÀ
05.01 FC Importi già versati
05.02 FC Denuncia errata: flussi di correzione inviati
05.03 FC Calcolo delle sanzioni civili
05.04 FC Richiesta di riesame / annullamento
05.05 FC Comunicazione non leggibile o PEC non ricevuta
06 RATEIZZAZIONI
06.01 RC Stato della domanda
06.02 RC Piano di ammortamento / rata non abbinata
06.03 RC Seconda dilazione o rideterminazione rate
07 RIMBORSI E COMPENSAZIONI
07.01 FC Stato della domanda di rimborso
07.02 FC Compensazione di somme a credito
07.03 FC IBAN / delega all'incasso
08 SANZIONI CIVILI
08.01 RC Richiesta di riduzione
08.02 FC Ravvedimento (120 giorni) non riconosciuto
09 AVVISI DI ADDEBITO E RUOLI
09.01 RC Avviso già pagato
09.02 RC Richiesta di sospensione o sgravio
09.03 RC Notifica
10 REGOLARITÀ CONTRIBUTIVA (DURC)
10.01 FC Invito a regolarizzare: scoperture GS
10.02 FC Urgenza documentata
11 POSIZIONE ASSICURATIVA DEL COLLABORATORE
11.01 FC Periodo mancante in estratto conto
11.02 FC Mancata iscrizione del collaboratore
12 RICORSI
12.01 CO Stato del ricorso
12.02 CO Invio memorie o documenti
13 NORMATIVA
13.01 FC Aliquote e massimale
13.02 FC Obbligo contributivo e figure assimilate
13.03 FC Lavoro all'estero / legislazione applicabile
14 DOMANDE TELEMATICHE
14.01 AS Malfunzionamento del servizio
14.02 AS Accesso e profilo
`

test('the tree has the agreed areas and leaves, word for word and in order', () => {
  const shipped = topicAreas.flatMap((area) => [
    `${area.code} ${area.label}`,
    ...topicSubjects
      .filter(({ areaCode }) => areaCode === area.code)
      .map(({ code, unit, label }) => `${code} ${unit} ${label}`),
  ])
  expect(shipped).toEqual(agreed.trim().split('\n'))
  expect(shipped).toHaveLength(topicAreas.length + topicSubjects.length)
})

test('every leaf is valid from the day the service opened, with no end', () => {
  expect(new Set(topicSubjects.map(({ validFrom, validTo }) => `${validFrom} ${validTo}`))).toEqual(
    new Set(['2015-10-06 null']),
  )
})

test.each(topicSubjects)('$code tells in one to three sentences when to choose it', ({ guidance }) => {
  expect(guidance.match(/[.;](?= [A-ZÈ]|$)/g)?.length).toBeGreaterThanOrEqual(1)
  expect(guidance.match(/\.(?= [A-ZÈ]|$)/g)?.length).toBeLessThanOrEqual(3)
  expect(guidance.length).toBeGreaterThan(80)
  expect(guidance.length).toBeLessThanOrEqual(420)
})

test.each(topicSubjects)('$code says what to attach and has words to be found by', ({ attachmentHint, synonyms }) => {
  expect(attachmentHint).toMatch(/\.$/)
  expect(synonyms.length).toBeGreaterThanOrEqual(4)
  expect(new Set(synonyms.map((synonym) => synonym.toLowerCase())).size).toBe(synonyms.length)
})

test.each(topicSubjects.filter(({ fields }) => fields.length > 0))('$code asks clear questions', ({ fields }) => {
  for (const field of fields) {
    expect(field.name).toMatch(/^[a-z][A-Za-z0-9]*$/)
    expect(field.label).toMatch(/^[A-Z].*[^.:]$/)
    if (field.hint !== undefined) expect(field.hint).toMatch(/\.$/)
  }
  expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length)
})

test('whoever disputes an avviso di addebito is warned that terms keep running', () => {
  const guidance = topicSubjects.find(({ code }) => code === '09.02')?.guidance
  expect(guidance).toMatch(/non ferma i termini.*continuano a correre/)
})
