// Next's own command, with its telemetry off on every system: `node scripts/next.mjs build`.
process.env.NEXT_TELEMETRY_DISABLED = '1'
await import('next/dist/bin/next')
