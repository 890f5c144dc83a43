type Seat = { address?: string | undefined; cap?: string | undefined; comune?: string | undefined }

/** «Via Roma 1, 00100 Roma», as it stands in the position; undefined unless it is whole. */
export const seatOf = ({ address, cap, comune }: Seat) =>
  address && cap && comune ? `${address}, ${cap} ${comune}` : undefined

/** The same in its parts, as typed; none when it is written otherwise. */
export function seatParts(seat: string | null): Record<string, string> {
  const [, address, cap, comune] = /^(.+), (\d{5}) (.+)$/.exec(seat ?? '') ?? []
  return address && cap && comune ? { address, cap, comune } : {}
}
