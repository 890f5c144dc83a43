import { formatBytes } from '@/lib/format'
import { longestFileName } from '../file-name'
import { archiveLimits } from './archive-limits'
import { acceptedInWords } from './kinds'

/** What a refusal speaks of: the name already short enough to be read, sizes in bytes. */
type Subject = { name: string; label: string; size: number; maxBytes: number; inside?: string | undefined }

/** Where in an archive the trouble sits, when it is an archive. */
const where = ({ name, inside }: Subject) => (inside ? `Il file «${inside}», dentro «${name}»,` : `Il file «${name}»`)

const sentences = {
  'name-missing': () => 'Il file non ha un nome che si possa usare: rinominalo e sceglilo di nuovo.',
  'name-too-long': ({ name }: Subject) =>
    `Il nome del file «${name}» è troppo lungo: rinominalo con al massimo ${longestFileName} caratteri.`,
  extension: ({ name }: Subject) =>
    `Il file «${name}» non è di un formato ammesso: convertilo in uno di questi formati: ${acceptedInWords}.`,
  empty: ({ name }: Subject) => `Il file «${name}» è vuoto: controlla di averlo salvato, poi sceglilo di nuovo.`,
  'too-large': ({ name, size, maxBytes }: Subject) =>
    `Il file «${name}» è troppo grande (${formatBytes(size)}): il massimo è ${formatBytes(maxBytes)}. Riducilo o dividilo in più file.`,
  'declared-type': ({ name, label }: Subject) =>
    `Il tuo dispositivo non riconosce il file «${name}» come ${label}: aprilo con il suo programma, salvalo come ${label} e sceglilo di nuovo.`,
  disguised: ({ name, label }: Subject) =>
    `Il contenuto del file «${name}» non è ${label}: non basta cambiare l’estensione. Aprilo con il suo programma, salvalo come ${label} e sceglilo di nuovo.`,
  'not-text': ({ name, label }: Subject) =>
    `Il file «${name}» non contiene testo leggibile: salvalo come ${label} con codifica UTF-8 e sceglilo di nuovo.`,
  damaged: (subject: Subject) => `${where(subject)} è incompleto o danneggiato: crealo di nuovo e riprova.`,
  encrypted: (subject: Subject) =>
    `${where(subject)} è protetto da password o cifrato: togli la protezione e sceglilo di nuovo.`,
  'nested-archive': ({ name, inside }: Subject) =>
    `Il file «${name}» contiene un altro archivio${inside ? ` («${inside}»)` : ''}: metti i documenti direttamente nel primo e riprova.`,
  'too-many-entries': ({ name }: Subject) =>
    `Il file «${name}» contiene più di ${archiveLimits.entries} elementi: dividilo in più archivi.`,
  'zip-bomb': ({ name }: Subject) =>
    `Il file «${name}» diventa troppo grande quando si apre (al massimo ${formatBytes(archiveLimits.inflatedBytes)}): dividilo o invia solo i documenti che servono.`,
  macros: (subject: Subject) => `${where(subject)} contiene macro: salvalo senza macro e sceglilo di nuovo.`,
  'forbidden-entry': ({ name, inside }: Subject) =>
    `Il file «${name}» contiene ${inside ? `«${inside}», ` : ''}un programma o una pagina web: toglilo e riprova.`,
  polyglot: ({ name, label }: Subject) =>
    `Il file «${name}» contiene altri dati oltre al documento ${label}: aprilo con il suo programma, salvalo di nuovo come ${label} e riprova.`,
  'active-content': ({ name }: Subject) =>
    `Il file «${name}» contiene una pagina web o istruzioni eseguibili: invia un documento, per esempio in PDF.`,
}

/** Why a file is refused. Closed: a new reason without its sentence does not compile. */
export type RefusalReason = keyof typeof sentences

/** What an examination of the content found: a reason, and the entry of the archive it is about. */
export type Finding = { reason: RefusalReason; inside?: string | undefined }

/** The Italian sentence of a refusal: it names the file, says what is wrong and what to do. */
export const refusalSentence = (reason: RefusalReason, subject: Subject): string => sentences[reason](subject)
