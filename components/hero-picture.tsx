/** An ornament of the home page: a request that leaves, the reply that comes back. */
export function HeroPicture() {
  return (
    <svg className="hero-picture" viewBox="0 0 440 340" aria-hidden="true" focusable="false">
      <rect x="16" y="34" width="262" height="132" rx="16" fill="#fff" stroke="#cfdae3" strokeWidth="2" />
      <path d="M48 166h44l-36 30z" fill="#fff" stroke="#cfdae3" strokeWidth="2" strokeLinejoin="round" />
      <path d="M50 165h40" stroke="#fff" strokeWidth="5" />
      <circle cx="54" cy="74" r="16" fill="#e2eff6" />
      <path
        d="M54 82V67m-6 6 6-6 6 6"
        fill="none"
        stroke="#00598c"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M84 68h96M84 82h58" stroke="#1b2a36" strokeWidth="7" strokeLinecap="round" />
      <path d="M42 112h206M42 134h150" stroke="#cfdae3" strokeWidth="7" strokeLinecap="round" />
      <rect x="162" y="154" width="262" height="132" rx="16" fill="#00598c" />
      <path d="M392 284h-44l36 32z" fill="#00598c" />
      <circle cx="200" cy="194" r="16" fill="#fff" />
      <path
        d="M200 186v15m-6-6 6 6 6-6"
        fill="none"
        stroke="#00598c"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M230 188h110M230 202h66" stroke="#fff" strokeWidth="7" strokeLinecap="round" />
      <path d="M188 232h206M188 254h120" stroke="#5ad1ef" strokeOpacity=".55" strokeWidth="7" strokeLinecap="round" />
      <rect x="300" y="56" width="112" height="72" rx="12" fill="#e6f5ec" stroke="#9ccbb1" strokeWidth="2" />
      <path
        d="m318 92 10 10 18-20"
        fill="none"
        stroke="#1b5e3a"
        strokeWidth="5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M360 86h34M360 100h22" stroke="#1b5e3a" strokeWidth="6" strokeLinecap="round" />
    </svg>
  )
}
