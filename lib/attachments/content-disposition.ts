/**
 * The header that makes a browser save a file under its own name (RFC 6266): an ASCII name for old ones, the true one
 * after RFC 8187. Quotes, line breaks and direction marks never reach it.
 */
export function contentDisposition(name: string) {
  const clean = name.replace(/[\p{Cc}\p{Cf}"\\/]/gu, '_')
  const ascii = clean
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '_')
    .replace(/[%;]/g, '_')
  const encoded = encodeURIComponent(clean).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
