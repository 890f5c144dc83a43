import Link from 'next/link'
import { Alert } from './alert'

/** What stands in the place of every form for who has a PIN that only reads, with the way to obtain the other. */
export function PinOnlineNotice() {
  return (
    <Alert tone="info" title="Con il PIN online puoi leggere, non inviare">
      <p>
        Per inviare richieste e documenti serve il PIN dispositivo. Per ottenerlo presenta alla sede il modulo di
        conversione del PIN con un documento di identità, oppure chiama il Contact Center: 803 164 da rete fissa, 06 164
        164 da cellulare.
      </p>
      <p>
        <Link href="/aiuto">Come si ottiene il PIN dispositivo</Link>
      </p>
    </Alert>
  )
}
