const number = new Intl.NumberFormat('it-IT', { maximumFractionDigits: 1 })

/** Bytes as a person reads them: «512 byte», «48,2 kB», «3 MB»; 1 MB = 1024 · 1024 bytes, as the limit is counted. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} byte`
  const kilobytes = bytes / 1024
  return kilobytes < 1023.95 ? `${number.format(kilobytes)} kB` : `${number.format(kilobytes / 1024)} MB`
}
