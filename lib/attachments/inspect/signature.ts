import { fileTypeFromBuffer } from 'file-type'

/** Whether the bytes begin with one of the given signatures, written as Latin-1 text. */
export const opensWith = (bytes: Buffer, ...signatures: string[]): boolean =>
  signatures.some((signature) => bytes.subarray(0, signature.length).toString('latin1') === signature)

/**
 * The extension that the magic bytes speak for, by `file-type`; undefined when they speak for none. What the library
 * cannot read to the end it throws at: for us that is content of no known type.
 */
export async function signatureOf(bytes: Buffer): Promise<string | undefined> {
  try {
    return (await fileTypeFromBuffer(bytes))?.ext
  } catch {
    return undefined
  }
}
