import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { demoCast, demoPin } from '../db/demo-cast'
import { build, isBuilt } from './build'
import { checkout, dataFolder, makeDataFolder } from './checkout'
import { emptyDatabase, migrateDatabase, openDatabase, seedDatabase } from './database'
import { demoEnvironment, readDotEnv } from './environment'
import { Failure, requireSpace } from './failure'
import { run } from './lifetime'
import { portalPort } from './ports'
import { startPortal } from './portal'
import { removeLastingData } from './postgres'
import { step } from './say'

function welcome(port: number, log: string) {
  const lines = demoCast.map(({ codiceFiscale, who }) => `  ${codiceFiscale}  ${who}`)
  return `
Il portale è pronto: http://localhost:${port}

  Codice fiscale    Chi è
${lines.join('\n')}

  PIN di tutti: ${demoPin}
  Posta e SMS in uscita: http://localhost:${port}/posta-in-uscita
  Registro del portale: ${log}

Per fermare tutto: Ctrl-C. Per ricominciare da capo: npm run demo -- --reset
`
}

await run(async (life) => {
  readDotEnv('production')
  const reset = process.argv.includes('--reset')
  const port = await portalPort('npm run demo')
  makeDataFolder()
  requireSpace(checkout, 500)

  if (reset && !process.env.DATABASE_URL) {
    step('Cancello i dati di prima')
    await removeLastingData()
  }
  const database = await openDatabase(life)
  if (reset && process.env.DATABASE_URL) await emptyDatabase(database.url)
  await migrateDatabase(database.url)
  const env = demoEnvironment(database.url, port)
  await seedDatabase(life, env)

  if (isBuilt(env)) step('Il portale è già costruito')
  else {
    step('Costruisco il portale (la prima volta un minuto o due)')
    await build(life, env)
  }
  step('Avvio il portale')
  const log = join(dataFolder, 'portal.log')
  const file = openSync(log, 'w', 0o600)
  const portal = await startPortal(life, { mode: 'start', port, env, output: file }).finally(() => closeSync(file))
  console.log(welcome(port, log))

  const first = await Promise.race([portal.exited.then(() => 'Il portale'), database.exited.then(() => 'PostgreSQL')])
  throw new Failure(
    `${first} si è fermato da solo. Il motivo è in fondo a ${first === 'PostgreSQL' ? join(dataFolder, 'postgres.log') : log}`,
  )
})
