import { migrateDatabase, openDatabase, seedDatabase } from './database'
import { demoEnvironment, readDotEnv } from './environment'
import { Failure } from './failure'
import { run } from './lifetime'
import { portalPort } from './ports'
import { startPortal } from './portal'
import { step } from './say'

await run(async (life) => {
  readDotEnv('development')
  const port = await portalPort('npm run dev')
  const database = await openDatabase(life)
  await migrateDatabase(database.url)
  const env = demoEnvironment(database.url, port)
  await seedDatabase(life, env)
  step(`Avvio il portale in sviluppo: http://localhost:${port}`)
  const portal = await startPortal(life, { mode: 'dev', port, env, output: 'terminal' })
  const first = await Promise.race([portal.exited.then(() => 'Il portale'), database.exited.then(() => 'PostgreSQL')])
  throw new Failure(`${first} si è fermato da solo.`)
})
