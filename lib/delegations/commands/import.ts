import 'server-only'
import { v7 } from 'uuid'
import type { Portfolio } from '@/lib/auth/actor'
import { pseudonym } from '@/lib/auth/token'
import { quoted } from '@/lib/campaigns/file/columns'
import { Unreadable } from '@/lib/campaigns/file/unreadable'
import { change } from '@/lib/change'
import { env } from '@/lib/env'
import { formatBytes } from '@/lib/format'
import { spendAnyway } from '@/lib/limits/count'
import { Invalid, Refusal } from '@/lib/refusal'
import { type FileRow, mostBytes, readDelegations } from '../file/read'
import { refusedFile } from '../file/refused'
import type { Imported } from '../outcomes'
import { type Compiled, compileRows } from './compile'
import { holdHolder } from './held'

/**
 * Compiles the indirect delegations of a file (`docs/formats/deleghe.md`): each row by itself, the wrong ones stop no other.
 * The same file loaded again makes nothing twice.
 * @param file its size in bytes, and its bytes as they come
 * @throws Refusal('forbidden') for who is not the holder of a firm; Invalid on `file` when it cannot be read as a whole
 */
export async function importDelegations(
  actor: Portfolio,
  { size, bytes }: { size: number; bytes: AsyncIterable<Uint8Array> },
): Promise<Imported> {
  if (size > mostBytes) throw new Invalid({ file: [`Il file supera ${formatBytes(mostBytes)}: dividilo in più file.`] })
  if (!(await spendAnyway(pseudonym('uploads', actor.id), env.LIMIT_UPLOADS_PER_PERSON)))
    throw new Refusal('too-many', 'Hai caricato molti file in poco tempo: riprova più tardi.')
  const rows = await read(bytes)
  const sound = rows.flatMap(({ line, read: row }) => (row ? [{ ...row, line, id: v7() }] : []))
  const outcomes = new Map<number, Compiled>()
  await change(actor, 'delegation.compiled', async (tx) => {
    const holder = await holdHolder(actor, tx)
    const made = await compileRows(actor, tx, holder, sound)
    made.forEach((outcome, at) => outcomes.set(sound[at]!.line, outcome))
    const changed = made.flatMap((one) =>
      one.outcome === 'compiled' ? [{ id: one.id, contributorId: one.contributorId }] : [],
    )
    return changed.length > 0 ? changed : undefined
  })
  return told(rows, outcomes)
}

async function read(bytes: AsyncIterable<Uint8Array>) {
  try {
    return await readDelegations(bytes)
  } catch (error) {
    if (error instanceof Unreadable) throw new Invalid({ file: [error.message] })
    throw error
  }
}

const columnOf = { codiceFiscale: 'codice_fiscale_contribuente', scope: 'ambito' } as const

function told(rows: FileRow[], outcomes: Map<number, Compiled>): Imported {
  const imported: Imported = { compiled: [], present: [], refused: [], refusedRows: 0 }
  const toMend: Parameters<typeof refusedFile>[0] = []
  for (const { line, cells, faults, read: row } of rows) {
    const outcome = outcomes.get(line)
    const wrong =
      outcome?.outcome === 'refused' ? [{ column: columnOf[outcome.field], reason: outcome.reason }] : faults
    if (wrong.length > 0) {
      imported.refused.push(
        ...wrong.map(({ column, reason }) => ({ line, column, value: quoted(cells[column]), reason })),
      )
      toMend.push({ cells, reasons: wrong.map(({ column, reason }) => `${column}: ${reason}`) })
    } else if (row && outcome && outcome.outcome !== 'refused') {
      const { id, denomination } = outcome
      imported[outcome.outcome].push({ line, id, codiceFiscale: row.codiceFiscale, denomination })
    }
  }
  imported.refusedRows = toMend.length
  return toMend.length > 0 ? { ...imported, refusedFile: refusedFile(toMend) } : imported
}
