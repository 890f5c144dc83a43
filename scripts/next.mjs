// Next's own command, with its telemetry off on every system: `node scripts/next.mjs build`.
process.env.NEXT_TELEMETRY_DISABLED = '1'

// npm dies of a signal without passing it on: who stops npm wants the portal stopped too
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGTERM'), 1000).unref()
}

await import('next/dist/bin/next')
