import { sortOf } from '@/lib/requests/status'

const words = {
  request: {
    voice: 'richieste',
    list: 'Lista richieste',
    the: 'la richiesta',
    toThe: 'alla richiesta',
    ofThe: 'della richiesta',
    term: 'Risposta attesa entro',
  },
  application: {
    voice: 'istanze',
    list: 'Istanze Online',
    the: 'l’istanza',
    toThe: 'all’istanza',
    ofThe: 'dell’istanza',
    term: 'Decisione entro',
  },
}

/** Where what was sent is, and how it is called: a request, or an istanza, whose thread and acts are a request's. */
export function placeOf(profile: string, { id, applicationKind }: { id: string; applicationKind: string | null }) {
  const named = words[sortOf({ applicationKind })]
  const home = `/area/${profile}/${named.voice}`
  return { ...named, home, href: `${home}/${id}`, acts: `/area/${profile}/richieste/${id}` }
}
