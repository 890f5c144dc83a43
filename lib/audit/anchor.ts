import 'server-only'
import type { System } from '@/lib/auth/actor'
import { log } from '@/lib/logging/log'
import { findHead } from './queries'

/** Writes the head of the record to the log: the copy outside the database, by which a tail cut off is found (ASVS 16.4.3). */
export async function anchorAudit(actor: System) {
  const head = await findHead(actor)
  if (head) log('info', 'audit.head', { sequence: head.sequence, hash: head.hash })
}
