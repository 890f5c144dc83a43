import { type Column, columns } from '@/lib/campaigns/file/columns'

/** What each column holds, in words, with an example of it. */
export const columnWords: Record<Column, { says: string; example: string }> = {
  numero: { says: 'Il numero che dai alla comunicazione: uno solo per la sede, per sempre.', example: '2026-000123' },
  tipo: { says: 'Uno dei codici elencati sotto «Tipi».', example: 'DEB-OMI' },
  codice_fiscale: { says: 'Del contribuente, già noto al portale e della tua sede.', example: '12345678903' },
  anno: { says: 'Anno di competenza.', example: '2024' },
  periodo_da: { says: 'Primo mese; 0/aaaa per le sole sanzioni.', example: '03/2024' },
  periodo_a: { says: 'Ultimo mese; 0/aaaa per le sole sanzioni.', example: '04/2024' },
  elaborata_il: { says: 'Giorno dell’elaborazione.', example: '02/11/2026' },
  scadenza: { says: 'Termine; vuoto per quello del tipo (30 giorni dalla pubblicazione, o nessuno).', example: '' },
  totale_contributi: { says: 'Somma di dovuto meno versato delle righe C.', example: '1.234,56' },
  totale_sanzioni: { says: 'Somma degli importi delle righe S.', example: '0,00' },
  riga: { says: 'C, S o F; vuota per una comunicazione senza tabelle.', example: 'C' },
  mese: { says: 'Mese della riga; in una riga F il primo.', example: '03/2024' },
  mese_a: { says: 'Solo righe F: ultimo mese, vuoto se è uno.', example: '' },
  causale: { says: 'Righe C e F: causale del contributo.', example: 'CXX' },
  filiale: { says: 'Solo righe F: CAP e comune, in maiuscolo.', example: '00144 ROMA' },
  dovuto: { says: 'Solo righe C.', example: '2.000,00' },
  versato: { says: 'Solo righe C.', example: '765,44' },
  termine: { says: 'Solo righe S: quando andava versato.', example: '16/04/2024' },
  pagato_il: { says: 'Solo righe S: quando fu versato, vuoto se non lo fu.', example: '' },
  giorni: { says: 'Solo righe S: giorni di ritardo.', example: '120' },
  base: { says: 'Solo righe S: importo su cui è calcolata.', example: '1.234,56' },
  norma: { says: 'Solo righe S: a oppure b (art. 116, comma 8, legge 388/2000).', example: 'a' },
  importo: { says: 'Righe S e F: la sanzione, o quanto versare.', example: '1.234,56' },
}

const heading = {
  numero: '2026-000123',
  tipo: 'DEB-OMI',
  codice_fiscale: '12345678903',
  anno: '2024',
  periodo_da: '03/2024',
  periodo_a: '03/2024',
  elaborata_il: '02/11/2026',
  totale_contributi: '1.234,56',
  totale_sanzioni: '0,00',
}
const lineOf = (cells: Partial<Record<Column, string>>) => columns.map((column) => cells[column] ?? '').join(';')

/** A notice of one month with its line of the F24. */
export const sampleLines = [
  columns.join(';'),
  lineOf({ ...heading, riga: 'C', mese: '03/2024', causale: 'CXX', dovuto: '2.000,00', versato: '765,44' }),
  lineOf({ ...heading, riga: 'F', mese: '03/2024', causale: 'CXX', filiale: '00144 ROMA', importo: '1.234,56' }),
]
