/** Controls other than tab and line feed, and the marks that turn the direction of text: nobody types them. */
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g

/** What a person wrote, as a database and a page can hold it: composed, with plain line ends, without what is not text. */
export const cleanProse = (typed: string) =>
  typed.toWellFormed().normalize('NFC').replaceAll('\r\n', '\n').replace(unseen, '')
