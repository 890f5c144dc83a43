'use client'

import { BrandMark } from '@/components/brand-mark'
import { Failure } from '@/components/failure'
import './styles/portal.scss'

/** When the layout itself broke: no header and no session to rely on, so the page stands alone. */
export default function GlobalError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <html lang="it">
      <body>
        <title>Qualcosa non ha funzionato – Cassetto Committenti</title>
        <header className="it-header-wrapper on-dark">
          <div className="it-header-center-wrapper">
            <div className="container">
              <div className="it-header-center-content-wrapper">
                <div className="it-brand-wrapper">
                  {/* eslint-disable-next-line @next/next/no-html-link-for-pages -- the router may be what broke */}
                  <a href="/">
                    <BrandMark className="brand-mark" />
                    <span className="it-brand-text">
                      <span className="it-brand-title">Cassetto Committenti</span>
                    </span>
                  </a>
                </div>
              </div>
            </div>
          </div>
        </header>
        <main id="contenuto">
          <Failure digest={error.digest} retry={retry} />
        </main>
      </body>
    </html>
  )
}
