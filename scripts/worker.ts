import { startWorker } from '../lib/jobs/worker'

const worker = await startWorker()
console.log('Il lavoratore è acceso. Per fermarlo: Ctrl-C')

let stopping: Promise<void> | undefined
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    stopping ??= worker.stop().finally(() => process.exit(0))
  })
