import { DataTable } from '@/components/data-table'
import { DateTime } from '@/components/date-time'
import { OneButtonForm } from '@/components/form/one-button-form'
import type { listCalendars } from '@/lib/deadlines/queries'
import { closeCalendarAction } from './action'
import { NewCalendar } from './new-calendar'

type CalendarsProps = { calendars: Awaited<ReturnType<typeof listCalendars>>; profile: string }

const columns = [
  { key: 'createdAt', header: 'Creato' },
  { key: 'close', header: 'Revoca' },
] as const

/** «Aggiungi al tuo calendario»: private addresses, made and revoked by the person they belong to. */
export function Calendars({ calendars, profile }: CalendarsProps) {
  return (
    <section className="no-print" aria-labelledby="calendario">
      <h2 id="calendario">Aggiungi al tuo calendario</h2>
      <p>
        Crea un indirizzo privato e incollalo nel tuo calendario (Google, Outlook, Apple…): le scadenze si aggiornano da
        sole. Contiene solo il tipo, il riferimento e il collegamento al portale; per aprirlo serve sempre il PIN.
        Nessuna comunicazione risulta letta. Chi conosce l’indirizzo vede le scadenze: non darlo ad altri e, se serve,
        revocalo.
      </p>
      <NewCalendar profile={profile} open={calendars.map(({ id }) => id)} />
      {calendars.length > 0 && (
        <DataTable
          caption="I tuoi indirizzi di calendario in uso"
          columns={columns}
          rows={calendars.map(({ id, createdAt }) => ({
            key: id,
            cells: {
              createdAt: <DateTime at={createdAt} />,
              close: (
                <OneButtonForm
                  action={closeCalendarAction}
                  hidden={{ profile, id }}
                  look="danger"
                  what="questo indirizzo di calendario"
                >
                  Revoca
                </OneButtonForm>
              ),
            },
          }))}
        />
      )}
    </section>
  )
}
