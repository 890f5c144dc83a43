type FailureProps = { digest?: string | undefined; retry: () => void; title?: string }

/** What a person reads when something broke: what is safe, what to do, the code to quote. */
export function Failure({ digest, retry, title = 'Qualcosa non ha funzionato' }: FailureProps) {
  return (
    <div className="container page-body">
      <div className="page-title">
        <h1 id="titolo" tabIndex={-1}>
          {title}
        </h1>
        <p className="lead">È un problema nostro, non di quello che hai scritto. Riprova tra qualche minuto.</p>
      </div>
      <div className="prose">
        <h2>Che cosa è al sicuro</h2>
        <ul>
          <li>le bozze salvate: le ritrovi in «Lista richieste», sopra le richieste inviate</li>
          <li>
            quello che hai inviato e ha un numero di protocollo; se non l’hai ancora visto, controlla in «Lista
            richieste» prima di inviare di nuovo
          </li>
        </ul>
        <h2>Se succede ancora</h2>
        <p>
          Chiama il Contact Center dell’Istituto: 803 164 da rete fissa, 06 164 164 da cellulare.
          {digest && (
            <>
              {' '}
              Cita il codice <strong className="code">{digest}</strong>: ci aiuta a trovare la causa.
            </>
          )}
        </p>
      </div>
      <div className="button-row">
        <button className="btn btn-primary" type="button" onClick={() => retry()}>
          Riprova
        </button>
        {/* eslint-disable-next-line @next/next/no-html-link-for-pages -- a whole new page: nothing of the broken one is trusted */}
        <a className="btn btn-outline-primary" href="/">
          Torna alla pagina iniziale
        </a>
      </div>
    </div>
  )
}
