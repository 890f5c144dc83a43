/** The file as a whole cannot be read: its message, in Italian, says why and what to do. */
export class Unreadable extends Error {}
