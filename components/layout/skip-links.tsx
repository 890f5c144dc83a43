/** First thing on every page for whoever moves by keyboard; shown when it takes focus. */
export function SkipLinks() {
  return (
    <nav className="skiplinks" aria-label="Scorciatoie">
      <a className="visually-hidden-focusable" href="#contenuto">
        Vai al contenuto
      </a>
      <a className="visually-hidden-focusable" href="#piede">
        Vai al piè di pagina
      </a>
    </nav>
  )
}
