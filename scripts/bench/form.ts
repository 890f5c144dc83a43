const entities: Record<string, string> = { '&quot;': '"', '&#x27;': "'", '&lt;': '<', '&gt;': '>', '&amp;': '&' }
const decoded = (text: string) => text.replace(/&(?:quot|#x27|lt|gt|amp);/g, (entity) => entities[entity]!)

const attributesOf = (tag: string) =>
  Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, decoded(value!)]))

/**
 * The hidden fields of the form that holds a field of this name: Next's own, which say what the form does, and the page's.
 *
 * @throws Error when the page has no such form
 */
export function hiddenFields(html: string, holding: string): [string, string][] {
  const inputs = [...html.matchAll(/<form\b[^>]*>.*?<\/form>/gs)]
    .map(([form]) => [...form.matchAll(/<(?:input|textarea|select)\b[^>]*>/g)].map(([tag]) => attributesOf(tag)))
    .find((fields) => fields.some(({ name }) => name === holding))
  if (!inputs) throw new Error(`No form with a field «${holding}» in the page`)
  return inputs.filter(({ type, name }) => type === 'hidden' && name).map(({ name, value }) => [name!, value ?? ''])
}
