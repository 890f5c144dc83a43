import { emptyDatabase, migrateDatabase, openDatabase, seedDatabase } from './database'
import { demoEnvironment, readDotEnv } from './environment'
import { run } from './lifetime'

await run(async (life) => {
  readDotEnv('development')
  const { url } = await openDatabase(life)
  await emptyDatabase(url)
  await migrateDatabase(url)
  await seedDatabase(life, demoEnvironment(url, Number(process.env.PORT) || 3000))
  return 0
})
