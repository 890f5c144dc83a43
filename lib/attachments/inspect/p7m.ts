import type { Finding } from './refusals'

const sequence = 0x30
/** OBJECT IDENTIFIER 1.2.840.113549.1.7.n without its last byte (PKCS #7 / CMS, RFC 5652). */
const pkcs7 = Buffer.from('06092a864886f70d0107', 'hex')
const signedData = 2
const encryptedKinds = [3, 4, 6]

/** A CAdES envelope: CMS SignedData in DER or BER, or the same in Base64 with or without PEM lines. */
export function examineP7m(bytes: Buffer): Finding | undefined {
  return examineCms(bytes[0] === sequence ? bytes : fromBase64(bytes))
}

function examineCms(der: Buffer | undefined): Finding | undefined {
  const length = der && lengthOf(der)
  if (!der || !length) return { reason: 'disguised' }
  const identifier = der.subarray(length.headerBytes, length.headerBytes + pkcs7.length)
  const kind = der[length.headerBytes + pkcs7.length]
  if (!identifier.equals(pkcs7) || kind === undefined) return { reason: 'disguised' }
  if (encryptedKinds.includes(kind)) return { reason: 'encrypted' }
  if (kind !== signedData) return { reason: 'disguised' }
  if (length.end !== undefined && length.end > der.length) return { reason: 'damaged' }
  return undefined
}

/** The header of the outer SEQUENCE; `end` is undefined in the indefinite form of BER. */
function lengthOf(der: Buffer): { headerBytes: number; end: number | undefined } | undefined {
  const first = der[1]
  if (der[0] !== sequence || first === undefined) return undefined
  if (first === 0x80) return { headerBytes: 2, end: undefined }
  if (first < 0x80) return { headerBytes: 2, end: 2 + first }
  const octets = first & 0x7f
  if (octets > 4 || der.length < 2 + octets) return undefined
  return { headerBytes: 2 + octets, end: 2 + octets + der.readUIntBE(2, octets) }
}

function fromBase64(bytes: Buffer): Buffer | undefined {
  const text = bytes
    .toString('latin1')
    .replace(/^\s*-----BEGIN [A-Z0-9 #]{1,40}-----|-----END [A-Z0-9 #]{1,40}-----\s*$/g, '')
  const packed = text.replace(/\s+/g, '')
  return /^[A-Za-z0-9+/]{16,}={0,2}$/.test(packed) ? Buffer.from(packed, 'base64') : undefined
}
