type SearchableTopic = { code: string; areaLabel: string; label: string; synonyms: readonly string[] }

const longestQuery = 200
const fillers = new Set(
  'a ad ai al alla alle allo all con da dal dalla dall dei del della delle dello dell di e ed gli ho i il in io l la le lo mi mio mia nel nella nell non o per su sul sulla sull un una uno'.split(
    ' ',
  ),
)

/**
 * The codes of the topics a query speaks of, best first. Each word of the query must begin a word of the label (best),
 * of a synonym or of the area (last), whatever the accents, the case and the singular or plural; when no topic has them
 * all, those that have the most. Topics as good as one another keep the order they came in. None for an empty query.
 */
export function matchTopics(query: string, topics: readonly SearchableTopic[]): string[] {
  const asked = askedWords(query)
  const scored = topics.map((topic) => ({ code: topic.code, ...score(asked, topic) }))
  const most = Math.max(0, ...scored.map(({ found }) => found))
  if (most === 0) return []
  return scored
    .filter(({ found }) => found === most)
    .sort((one, other) => one.distance - other.distance)
    .map(({ code }) => code)
}

/** How many asked words the topic has, and how far from its label they stand, all together. */
function score(asked: readonly string[], topic: SearchableTopic) {
  const places = [wordsOf(topic.label), wordsOf(topic.synonyms.join(' ')), wordsOf(topic.areaLabel)]
  const distances = asked
    .map((word) => places.findIndex((words) => words.some((candidate) => begins(candidate, word))))
    .filter((distance) => distance >= 0)
  return { found: distances.length, distance: distances.reduce((sum, distance) => sum + distance, 0) }
}

/** Small words say nothing, unless they are all there is: then they are the beginning of a longer one. */
function askedWords(query: string): string[] {
  const words = [...new Set(wordsOf(query.slice(0, longestQuery)))]
  const telling = words.filter((word) => !fillers.has(word))
  return telling.length > 0 ? telling : words
}

const begins = (candidate: string, word: string) =>
  candidate.startsWith(word) || (word.length > 3 && stem(candidate) === stem(word))

/** Italian inflects the end of its words: avviso and avvisi, delega and deleghe, denuncia and denunce are the same. */
const stem = (word: string) => word.replace(/h?[aeiou]+$/, '')

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
