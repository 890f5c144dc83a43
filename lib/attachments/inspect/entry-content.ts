import { extensionOf } from '../file-name'
import type { Finding } from './refusals'
import { opensWith } from './signature'

const archiveExtensions = /^(?:zip|7z|rar|gz|tgz|bz2|xz|zst|lz|lzh|arj|tar|cab|iso|jar|war|apk|img|vhd)$/
const programExtensions =
  /^(?:exe|dll|com|scr|pif|cpl|msi|msp|bat|cmd|ps1|vbs|vbe|js|jse|mjs|wsf|wsh|hta|lnk|url|reg|sh|app|html?|xhtml|mht|mhtml|svg|svgz|php)$/

/** Whether the bytes begin a ZIP container, an empty one included. */
export const isZip = (bytes: Buffer): boolean => opensWith(bytes, 'PK\x03\x04', 'PK\x05\x06')

/** Whether the bytes begin an OLE compound file: Office before 2007, and every Office file under a password. */
export const isOle = (bytes: Buffer): boolean => opensWith(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')

/** Whether an entry of an archive is an archive in its turn, by its name or by its content. */
export function isArchive(name: string, head: Buffer): boolean {
  return (
    archiveExtensions.test(extensionOf(name)) ||
    isZip(head) ||
    opensWith(
      head,
      '7z\xbc\xaf\x27\x1c',
      'Rar!\x1a\x07',
      '\x1f\x8b\x08',
      'BZh91AY&SY',
      '\xfd7zXZ\0',
      '\x28\xb5\x2f\xfd',
      'MSCF\0\0\0\0',
    ) ||
    head.subarray(257, 262).toString('latin1') === 'ustar'
  )
}

/** Whether the bytes begin a program or a script. */
export const isProgram = (head: Buffer): boolean =>
  opensWith(head, '\x7fELF', '#!/') ||
  // Two letters alone may begin a text: a program has zeros soon after.
  (opensWith(head, 'MZ') && head.subarray(0, 64).includes(0))

/** Whether an entry of an archive calls itself a program, a script or a web page. */
export const hasProgramName = (name: string): boolean => programExtensions.test(extensionOf(name))

/** What is wrong with an OLE file, as far as its directory tells: a password, or macros. */
export function oleFinding(bytes: Buffer): Finding | undefined {
  if (bytes.includes('EncryptedPackage', 0, 'utf16le')) return { reason: 'encrypted' }
  if (bytes.includes('_VBA_PROJECT', 0, 'utf16le')) return { reason: 'macros' }
  return undefined
}
