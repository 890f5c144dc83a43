/** Stands for a character that the page's letters cannot write: an emoji, a Chinese word. */
export const unprintable = '¤'

const invisible = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu
const written: Record<string, string> = {
  '‐': '-',
  '‑': '-',
  '‒': '–',
  '―': '—',
  '→': '->',
  '←': '<-',
  '≤': '<=',
  '≥': '>=',
  '′': "'",
  '″': '"',
  '●': '•',
  '▪': '•',
  '◦': '•',
}
const graphemes = new Intl.Segmenter('it', { granularity: 'grapheme' })

/**
 * A text as the paper can show it. What the font lacks becomes its nearest look (a letter without a rare accent, «->»
 * for an arrow) or one `unprintable` sign; controls and direction marks, which could make a text read as another, go.
 * PDF/UA forbids the font's own «missing» box (ISO 14289-1, 7.21.8).
 * @param text anything a person may have typed, even half a surrogate pair
 * @param hasGlyph whether the font can write a code point
 * @returns `shown`; `actual`, the text as typed for whoever listens or copies, when the two differ; whether a sign
 *   stands for something
 */
export function printable(text: string, hasGlyph: (codePoint: number) => boolean) {
  const typed = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)\p{Cc}/gu, '')
  const covers = (part: string) => [...part].every((character) => hasGlyph(character.codePointAt(0)!))
  const show = (grapheme: string) => {
    if (grapheme === '\n') return grapheme
    const bare = grapheme.replace(invisible, '')
    const plain = bare.normalize('NFKC')
    const unaccented = plain.normalize('NFD').replace(/\p{M}/gu, '')
    return (
      [bare, written[bare], plain, unaccented || unprintable].find((look) => look !== undefined && covers(look)) ??
      unprintable
    )
  }
  const shown = Array.from(graphemes.segment(typed), ({ segment }) => show(segment)).join('')
  const asTyped = typed.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu, '')
  return {
    shown,
    replaced: shown.split(unprintable).length > typed.split(unprintable).length,
    ...(shown !== asTyped && { actual: typed }),
  }
}
