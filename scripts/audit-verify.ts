import { close } from '@/db/client'
import { type Anchor, type BrokenLink, formatAnchor, parseAnchor } from '@/lib/audit/chain'
import { verifyChain } from '@/lib/audit/queries'
import { systemActor } from '@/lib/auth/system'
import { formatCount, formatDateTime } from '@/lib/format'

const said: Record<BrokenLink['fault'], string> = {
  edited: 'è stato modificato, oppure spostato: la sua impronta non torna',
  missing: 'manca',
  cut: 'manca con tutti quelli che lo seguivano: un’ancora prova che c’erano',
  rewritten: 'è stato riscritto insieme a tutta la catena: non è quello dell’ancora',
}

const typed = process.argv.slice(2)
const anchors = typed.map(parseAnchor)
const wrong = typed.filter((_, at) => !anchors[at])

if (wrong.length > 0) {
  console.error(
    `Non è un’ancora: ${wrong.join(' ')}\n\n  npm run audit:verify [-- numero:impronta …]\n\nLe ancore sono nei log, alla voce audit.head.`,
  )
  process.exitCode = 2
} else {
  const verdict = await verifyChain(systemActor(), anchors as Anchor[])
  if (verdict.broken) {
    console.error(`Registro rotto: l’evento ${verdict.broken.sequence} ${said[verdict.broken.fault]}.`)
    process.exitCode = 1
  } else if (verdict.head)
    console.info(
      `Registro integro: ${formatCount(verdict.events)} eventi, fino al ${formatDateTime(verdict.head.at)}.\n${formatAnchor(verdict.head)}`,
    )
  else console.info('Registro integro: 0 eventi.')
}
await close()
