import { archiveLimits } from './archive-limits'
import { hasProgramName, isArchive, isOle, isProgram, isZip, oleFinding } from './entry-content'
import type { Finding } from './refusals'
import { type Budget, type Opened, fullBudget, openEntries } from './zip-entries'

/** What a ZIP container turns out to be: an office document (one of ours or another), or a plain archive. */
export type Shape = 'docx' | 'xlsx' | 'odt' | 'ods' | 'other-document' | 'archive'

const contentTypes = '[Content_Types].xml'
const openDocumentType = 'mimetype'
const manifest = 'META-INF/manifest.xml'

const openXmlShapes: [string, Shape][] = [
  ['wordprocessingml.document.main+xml', 'docx'],
  ['spreadsheetml.sheet.main+xml', 'xlsx'],
]
const openDocumentShapes: Record<string, Shape> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
}
const macroParts = /(?:^|\/)vba(?:project\.bin|data\.xml)$|(?:^|\/)xl\/macrosheets\/./i
/** Modules of LibreOffice Basic and its scripts; the list of an empty library does no harm. */
const openDocumentMacros = /^Basic\/[^/]+\/(?!(?:script|dialog)-lb\.xml$).|^Scripts\/.*[^/]$/

/**
 * Looks through a ZIP container (ZIP, DOCX, XLSX, ODT, ODS) and the office documents inside it, and says what it is.
 * Refuses encrypted entries, archives in archives, macros, programs, web pages and whatever exceeds `archiveLimits`.
 */
export async function examineArchive(
  zip: Buffer,
  budget: Budget = fullBudget(),
  depth = 1,
): Promise<{ shape: Shape; entries: number } | Finding> {
  let shape: Shape = 'archive'
  let entries = 0
  let scripted = false
  let programName: string | undefined
  const finding = await openEntries(zip, budget, {
    keep: (name, head) => isDescription(name) || isZip(head) || isOle(head),
    visit: async (entry) => {
      entries += 1
      scripted ||= openDocumentMacros.test(entry.name)
      if (hasProgramName(entry.name)) programName ??= entry.name
      if (isDescription(entry.name)) {
        if (entry.name !== manifest) shape = shapeOf(entry)
        return descriptionFinding(entry)
      }
      return partFinding(entry, budget, depth)
    },
  })
  if (finding) return finding
  // Judged by their names only now that it is clear what holds them: a document may well have drawings in SVG.
  if (shape === 'archive' && programName) return { reason: 'forbidden-entry', inside: programName }
  return scripted && shape !== 'archive' ? { reason: 'macros' } : { shape, entries }
}

const isDescription = (name: string) => name === contentTypes || name === openDocumentType || name === manifest

function shapeOf({ name, whole }: Opened): Shape {
  const text = whole?.toString('utf8').trim() ?? ''
  if (name === openDocumentType) return openDocumentShapes[text] ?? 'other-document'
  return openXmlShapes.find(([type]) => text.includes(type))?.[1] ?? 'other-document'
}

function descriptionFinding({ name, whole }: Opened): Finding | undefined {
  const text = whole?.toString('utf8') ?? ''
  // The type of the main part, not of whatever else a writer lists: some list every type they know.
  if (name === contentTypes && /macroEnabled[^"]*\.main\+xml/i.test(text)) return { reason: 'macros' }
  if (name === manifest && text.includes('encryption-data')) return { reason: 'encrypted' }
  return undefined
}

async function partFinding(entry: Opened, budget: Budget, depth: number): Promise<Finding | undefined> {
  if (macroParts.test(entry.name)) return { reason: 'macros' }
  if (isProgram(entry.head)) return { reason: 'forbidden-entry' }
  if (isOle(entry.head)) return oleFinding(entry.whole!)
  if (!isArchive(entry.name, entry.head)) return undefined
  if (!isZip(entry.head) || depth >= archiveLimits.depth) return { reason: 'nested-archive' }
  const inner = await examineArchive(entry.whole!, budget, depth + 1)
  if ('reason' in inner) return { reason: inner.reason }
  return inner.shape === 'archive' ? { reason: 'nested-archive' } : undefined
}
