/** Most characters of what a firm writes for itself. */
export const longest = { name: 60, clientCode: 40, note: 2000, denomination: 200 }
