import { close } from '@/db/client'
import { db } from '@/db/read'
import { users } from '@/db/schema'
import { env } from '@/lib/env'
import { seedApplications } from './seed/applications'
import { seedCast } from './seed/cast'
import { seedNotices } from './seed/notices'
import { seedPortfolio } from './seed/portfolio'
import { seedRequests } from './seed/requests'

/** Fills an empty database with the demonstration. Never a production one: the PIN of these people is public. */
async function seed() {
  if (!env.DEMO) {
    console.info('I dati dimostrativi si caricano solo in modalità demo (DEMO=1).')
    return
  }
  if ((await db.$count(users)) > 0) {
    console.info('Il database ha già dei dati: non è stato aggiunto nulla.')
    return
  }
  const cast = await seedCast()
  await seedRequests(cast)
  await seedNotices(cast)
  await seedPortfolio(cast)
  await seedApplications(cast)
  console.info('Dati dimostrativi caricati.')
}

await seed().finally(close)
