/** How far an archive is followed (OWASP ASVS 5.0, 5.2.3): counted over all that it holds, packages inside it included. */
export const archiveLimits = {
  entries: 500,
  /** Inflated bytes for each compressed one, of one entry. */
  ratio: 100,
  /** Below this many inflated bytes a ratio says nothing: a blank page compresses well. */
  ratioCountsFrom: 64 * 1024,
  inflatedBytes: 30 * 1024 * 1024,
  /** A ZIP may hold a DOCX, and a DOCX the XLSX of its chart. */
  depth: 3,
}
