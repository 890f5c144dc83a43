/**
 * A text whose words the database tells apart whatever its locale: under C it takes ’ « » … for letters, and «l’ultimo»
 * would be found by nobody. Marks beyond ASCII become spaces; letters, numbers and accents stay.
 */
export const plainWords = (text: string) => text.replace(/[^\p{ASCII}\p{L}\p{N}\p{M}]/gu, ' ')
