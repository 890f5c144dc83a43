import { sql } from 'drizzle-orm'
import { closeKind } from '@/lib/applications/commands/kinds'
import { administering } from './firm-forms'
import { administrator, execute } from './factories'

const instead = 'Presentala alla tua sede, con il modulo di carta.'
const allOpen = () => execute(sql`update closed_application_kinds set opened_at = now() where opened_at is null`)

/** A form of every action on the kinds of istanza, as an administrator would fill it. */
export const applicationKindForms = {
  closeKindAction: administering(async () => {
    await allOpen()
    return { kind: 'rimborso', instead }
  }),
  openKindAction: administering(async () => {
    await allOpen()
    await closeKind(await administrator(), { kind: 'rimborso', instead })
    return { kind: 'rimborso' }
  }),
}
