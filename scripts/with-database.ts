import { checkout } from './checkout'
import { startChild } from './child'
import { openDatabase } from './database'
import { demoEnvironment, readDotEnv } from './environment'
import { Failure } from './failure'
import { run } from './lifetime'

await run(async (life) => {
  const [command, ...args] = process.argv.slice(2)
  if (!command) throw new Failure('Manca il comando: tsx scripts/with-database.ts COMANDO…')
  readDotEnv(process.env.NODE_ENV === 'production' ? 'production' : 'development')
  const given = Boolean(process.env.DATABASE_URL)
  const { url } = await openDatabase(life)
  const env = given ? process.env : demoEnvironment(url, Number(process.env.PORT) || 3000)
  const child = await startChild(life, command, args, { cwd: checkout, env, output: 'terminal' })
  return child.exited
})
