import { parseArgs } from 'node:util'
import { close } from '@/db/client'
import { openAccount } from '@/lib/accounts/commands'
import type { OpenAccount } from '@/lib/accounts/schema'
import { systemActor } from '@/lib/auth/system'

const usage = `Apre un accesso al portale e stampa il PIN iniziale di 16 caratteri.

  npm run account -- --cf RSSMRA85T10A562S --nome Mario --cognome Rossi
    [--pin online]                                             PIN che legge soltanto
    [--committente 01234567897 --denominazione "ALFA" --sede 7000]   legale rappresentante
    [--operatore 7000 --unita FC,AN [--responsabile]]          operatore di sede
    [--amministratore]`

const { values } = parseArgs({
  options: {
    cf: { type: 'string' },
    nome: { type: 'string' },
    cognome: { type: 'string' },
    pin: { type: 'string' },
    committente: { type: 'string' },
    denominazione: { type: 'string' },
    sede: { type: 'string' },
    operatore: { type: 'string' },
    unita: { type: 'string' },
    responsabile: { type: 'boolean' },
    amministratore: { type: 'boolean' },
  },
})

/** The words of the command line, as the command wants them; its schema judges them. */
function wanted() {
  const { cf, nome, cognome, pin, committente, denominazione, sede, operatore, unita, responsabile, amministratore } =
    values
  return {
    codiceFiscale: cf,
    firstName: nome,
    lastName: cognome,
    ...(pin && { pinLevel: pin }),
    ...(committente && { represents: { codiceFiscale: committente, denomination: denominazione, officeCode: sede } }),
    ...(operatore && {
      desk: { officeCode: operatore, role: responsabile ? 'head' : 'officer', unitCodes: unita?.split(',') },
    }),
    ...(amministratore && { administers: true }),
  } as OpenAccount
}

if (!values.cf) console.info(usage)
else {
  const { initialPin } = await openAccount(systemActor(), wanted())
  console.info(
    `PIN iniziale: ${initialPin}\nVale 30 giorni e un solo accesso: al primo ingresso se ne sceglie un altro.`,
  )
}
await close()
