/** The portal's own mark: a drawer with a message that goes and one that comes back. It is not the Institute's logo. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg className={className} width="48" height="48" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <rect width="48" height="48" rx="11" fill="#fff" />
      <path
        d="M17 27V11m-5 5 5-5 5 5"
        fill="none"
        stroke="#00598c"
        strokeWidth="3.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path
        d="M31 9.5v16m-5-5 5 5 5-5"
        fill="none"
        stroke="#0b84b8"
        strokeWidth="3.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path
        d="M7 30.5h9.5c.6 0 1 .4 1.2 1l.8 2c.2.6.6 1 1.2 1h8.6c.6 0 1-.4 1.2-1l.8-2c.2-.6.6-1 1.2-1H41v6.5a3 3 0 0 1-3 3H10a3 3 0 0 1-3-3z"
        fill="#00304c"
      />
    </svg>
  )
}
