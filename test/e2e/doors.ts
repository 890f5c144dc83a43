import { pdf } from '../files'

/** The papers of somebody: what a stranger must not find behind any door. */
export type Papers = {
  profile: string
  request: string
  notice: string
  readNotice: string
  campaign: string
  payment: string
  delegation: string
  compiled: string
  /** An istanza in charge, with a refusal proposed by a colleague; another, decided; the draft of a decision on the first. */
  application: string
  decided: string
  decision: string
  /** An istanza that its contributor has begun. */
  applicationDraft: string
  bulk: string
  firm: string
  member: string
  group: string
  draft: string
  attachment: string
  draftFile: string
  session: string
}
export type Call = { method?: string; path: string; headers?: Record<string, string>; data?: unknown }
export type Side = 'everybody' | 'person' | 'contributor' | 'officer' | 'administrator'
export type Door = {
  to: Side
  call: (papers: Papers) => Call
  /** What the right person is answered, when it is not 200. */
  opens?: number[]
  /** The same address for every officer, each with the papers of their own office. */
  shared?: true
}

const uuid = () => crypto.randomUUID()
const area = ({ profile }: Papers, path = '') => `/area/${profile}${path}`
const inArea = (path: (papers: Papers) => string, opens?: number[]): Door => ({
  to: 'contributor',
  call: (papers) => ({ path: area(papers, path(papers)) }),
  ...(opens && { opens }),
})
const ofRequest = (act: string, opens?: number[]) => inArea(({ request }) => `/richieste/${request}${act}`, opens)
const ofApplication = (path: (papers: Papers) => string, opens?: number[]) =>
  inArea((papers) => `/istanze/${path(papers)}`, opens)
const ofReadNotice = (path: string) => inArea(({ readNotice }) => `/comunicazioni/${readNotice}${path}`)
const atDesk = (act: string, opens?: number[]): Door => ({
  to: 'officer',
  call: ({ request }) => ({ path: `/sede/richieste/${request}${act}` }),
  ...(opens && { opens }),
})
const ofDeskApplication = (path: (papers: Papers) => string): Door => ({
  to: 'officer',
  call: (papers) => ({ path: `/sede/istanze/${path(papers)}` }),
})
const everyDesk = (path: string): Door => ({ to: 'officer', call: () => ({ path }), shared: true })
const ofCampaign = (path: string, opens?: number[]): Door => ({
  to: 'officer',
  call: ({ campaign }) => ({ path: `/sede/comunicazioni/campagne/${campaign}${path}` }),
  ...(opens && { opens }),
})
const ofDeskNotice = (path: string, opens?: number[]): Door => ({
  to: 'officer',
  call: ({ notice }) => ({ path: `/sede/comunicazioni/${notice}${path}` }),
  ...(opens && { opens }),
})
const ofDelegation = (path: string) => inArea(({ delegation }) => `/deleghe/${delegation}${path}`)
const ofDeskContributor = (path: (papers: Papers) => string): Door => ({
  to: 'officer',
  call: (papers) => ({ path: `/sede/contribuenti/${papers.profile}${path(papers)}` }),
})
const open = (path: string, opens?: number[]): Door => ({
  to: 'everybody',
  call: () => ({ path }),
  ...(opens && { opens }),
})
const ofBulk = (path: string, opens?: number[]): Door => ({
  to: 'person',
  call: ({ bulk }) => ({ path: `/area/tutti/richieste/nuova${path}?invio=${bulk}` }),
  ...(opens && { opens }),
})
const ofFirm = (path: (papers: Papers) => string): Door => ({
  to: 'person',
  call: (papers) => ({ path: `/area/tutti${path(papers)}` }),
})
const json = { 'content-type': 'application/json' }

/** Every page and route of the portal, by its file: who may enter, and how one asks. */
export const doors: Record<string, Door> = {
  'page.tsx': open('/'),
  'accesso/page.tsx': open('/accesso'),
  'accessibilita/page.tsx': open('/accessibilita'),
  'aiuto/page.tsx': open('/aiuto'),
  'feedback/page.tsx': open('/feedback'),
  'gestione-separata/page.tsx': open('/gestione-separata'),
  'note-legali/page.tsx': open('/note-legali'),
  'privacy/page.tsx': open('/privacy'),
  'verifica/page.tsx': open('/verifica'),
  'posta-in-uscita/page.tsx': open('/posta-in-uscita'),
  'entra/page.tsx': open('/entra', [307]),
  'esci/route.ts': { to: 'everybody', call: () => ({ method: 'POST', path: '/esci' }), opens: [303] },
  'ricerca/route.ts': { to: 'everybody', call: () => ({ method: 'POST', path: '/ricerca' }), opens: [303] },
  'calendario/[secret]/route.ts': open(`/calendario/${'x'.repeat(43)}`, [404]),
  'api/salute/route.ts': open('/api/salute'),
  'api/salute/pronto/route.ts': open('/api/salute/pronto'),

  'accesso/nuovo-pin/page.tsx': { to: 'person', call: () => ({ path: '/accesso/nuovo-pin' }) },
  'inviti/page.tsx': { to: 'person', call: () => ({ path: '/inviti' }) },
  'sessioni/page.tsx': { to: 'person', call: () => ({ path: '/sessioni' }) },
  'preferenze/page.tsx': { to: 'person', call: () => ({ path: '/preferenze' }) },
  'avvisi/page.tsx': { to: 'person', call: () => ({ path: '/avvisi' }) },
  'api/sessione/route.ts': { to: 'person', call: () => ({ method: 'POST', path: '/api/sessione' }) },
  'area/page.tsx': { to: 'person', call: () => ({ path: '/area' }), opens: [200, 307] },

  'area/tutti/page.tsx': ofFirm(() => ''),
  'area/tutti/cruscotto.csv/route.ts': ofFirm(() => '/cruscotto.csv'),
  'area/tutti/comunicazioni/da-leggere/page.tsx': ofFirm(() => '/comunicazioni/da-leggere'),
  'area/tutti/comunicazioni/lette/page.tsx': ofFirm(() => '/comunicazioni/lette'),
  'area/tutti/richieste/page.tsx': ofFirm(() => '/richieste'),
  'area/tutti/istanze/page.tsx': ofFirm(() => '/istanze'),
  'area/tutti/deleghe/page.tsx': ofFirm(() => '/deleghe'),
  'area/tutti/deleghe/nuova/page.tsx': ofFirm(() => '/deleghe/nuova'),
  'area/tutti/deleghe/importa/page.tsx': ofFirm(() => '/deleghe/importa'),
  'area/tutti/deleghe/importa/scarti/route.ts': {
    to: 'person',
    call: () => ({
      method: 'POST',
      path: '/area/tutti/deleghe/importa/scarti',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      data: 'righe=ambito',
    }),
  },
  'area/tutti/deleghe/valida/page.tsx': ofFirm(() => '/deleghe/valida?tutte=1'),
  'area/tutti/deleghe/[delegation]/page.tsx': ofFirm(({ compiled }) => `/deleghe/${compiled}`),
  'area/tutti/deleghe/[delegation]/modulo/route.ts': ofFirm(({ compiled }) => `/deleghe/${compiled}/modulo`),
  'area/[profile]/page.tsx': inArea(() => '', [307]),
  'area/[profile]/richieste/page.tsx': inArea(() => '/richieste'),
  'area/[profile]/richieste/nuova/page.tsx': inArea(({ draft }) => `/richieste/nuova?bozza=${draft}`),
  'area/[profile]/richieste/nuova/controlla/page.tsx': inArea(
    ({ draft }) => `/richieste/nuova/controlla?bozza=${draft}`,
  ),
  'area/[profile]/richieste/[request]/page.tsx': ofRequest(''),
  'area/[profile]/richieste/[request]/ricevuta/page.tsx': ofRequest('/ricevuta'),
  'area/[profile]/richieste/[request]/ricevuta/pdf/route.ts': ofRequest('/ricevuta/pdf'),
  'area/[profile]/richieste/[request]/rispondi/page.tsx': ofRequest('/rispondi', [307]),
  'area/[profile]/richieste/[request]/riapri/page.tsx': ofRequest('/riapri'),
  'area/[profile]/richieste/[request]/ritira/page.tsx': ofRequest('/ritira', [307]),
  'area/[profile]/richieste/[request]/invia-di-nuovo/page.tsx': ofRequest('/invia-di-nuovo'),
  'area/[profile]/cronologia/page.tsx': inArea(() => '/cronologia'),
  'area/[profile]/istanze/page.tsx': inArea(() => '/istanze'),
  'area/[profile]/istanze/nuova/page.tsx': ofApplication(() => 'nuova'),
  'area/[profile]/istanze/nuova/[kind]/page.tsx': ofApplication(() => 'nuova/rimborso'),
  'area/[profile]/istanze/bozze/[draft]/page.tsx': ofApplication(
    ({ applicationDraft }) => `bozze/${applicationDraft}`,
    [307],
  ),
  'area/[profile]/istanze/bozze/[draft]/[step]/page.tsx': ofApplication(
    ({ applicationDraft }) => `bozze/${applicationDraft}/somme`,
  ),
  'area/[profile]/istanze/bozze/[draft]/controlla/page.tsx': ofApplication(
    ({ applicationDraft }) => `bozze/${applicationDraft}/controlla`,
  ),
  'area/[profile]/istanze/[application]/page.tsx': ofApplication(({ application }) => application),
  'area/[profile]/istanze/[application]/ricevuta/page.tsx': ofApplication(
    ({ application }) => `${application}/ricevuta`,
  ),
  'area/[profile]/istanze/[application]/ricevuta/pdf/route.ts': ofApplication(
    ({ application }) => `${application}/ricevuta/pdf`,
  ),
  'area/[profile]/istanze/[application]/provvedimento/route.ts': ofApplication(
    ({ decided }) => `${decided}/provvedimento`,
  ),
  'area/[profile]/comunicazioni/page.tsx': inArea(() => '/comunicazioni', [307]),
  'area/[profile]/comunicazioni/da-leggere/page.tsx': inArea(() => '/comunicazioni/da-leggere'),
  'area/[profile]/comunicazioni/lette/page.tsx': inArea(() => '/comunicazioni/lette'),
  'area/[profile]/comunicazioni/[notice]/page.tsx': inArea(({ notice }) => `/comunicazioni/${notice}`),
  'area/[profile]/comunicazioni/[notice]/ho-versato/page.tsx': inArea(
    ({ notice }) => `/comunicazioni/${notice}/ho-versato`,
  ),
  'area/[profile]/comunicazioni/[notice]/versamenti/[payment]/route.ts': inArea(
    ({ readNotice, payment }) => `/comunicazioni/${readNotice}/versamenti/${payment}`,
  ),
  'area/[profile]/comunicazioni/[notice]/pdf/route.ts': ofReadNotice('/pdf'),
  'area/[profile]/comunicazioni/[notice]/ricevuta/page.tsx': ofReadNotice('/ricevuta'),
  'area/[profile]/comunicazioni/[notice]/ricevuta/pdf/route.ts': ofReadNotice('/ricevuta/pdf'),
  'area/[profile]/comunicazioni/[notice]/ricevuta/json/route.ts': ofReadNotice('/ricevuta/json'),
  'area/[profile]/deleghe/page.tsx': inArea(() => '/deleghe'),
  'area/[profile]/deleghe/nuova/page.tsx': inArea(() => '/deleghe/nuova'),
  'area/[profile]/deleghe/revoca/page.tsx': inArea(({ delegation }) => `/deleghe/revoca?delega=${delegation}`),
  'area/[profile]/deleghe/[delegation]/page.tsx': ofDelegation(''),
  'area/[profile]/deleghe/[delegation]/collaboratori/page.tsx': ofDelegation('/collaboratori'),
  'area/[profile]/responsabili/page.tsx': inArea(() => '/responsabili'),
  'area/[profile]/responsabili/nuovo/page.tsx': inArea(() => '/responsabili/nuovo'),
  'area/[profile]/scadenze/page.tsx': inArea(() => '/scadenze'),
  'area/[profile]/recapiti/page.tsx': inArea(() => '/recapiti'),
  'area/[profile]/accessi/page.tsx': inArea(() => '/accessi'),
  'area/tutti/studio/page.tsx': ofFirm(() => '/studio'),
  'area/tutti/studio/persone/[member]/page.tsx': ofFirm(({ member }) => `/studio/persone/${member}`),
  'area/tutti/studio/gruppi/[group]/page.tsx': ofFirm(({ group }) => `/studio/gruppi/${group}?vista=aggiungi`),
  'area/tutti/clienti/page.tsx': ofFirm(() => '/clienti'),
  'area/tutti/clienti/[contributor]/page.tsx': ofFirm(({ profile }) => `/clienti/${profile}`),
  'area/tutti/lavorazioni/page.tsx': ofFirm(() => '/lavorazioni?elenco=non-assegnati'),
  'area/tutti/registro/page.tsx': ofFirm(() => '/registro'),
  'area/tutti/richieste/nuova/page.tsx': ofBulk(''),
  'area/tutti/richieste/nuova/scrivi/page.tsx': ofBulk('/scrivi'),
  'area/tutti/richieste/nuova/controlla/page.tsx': ofBulk('/controlla'),
  'area/tutti/richieste/nuova/esito/page.tsx': ofBulk('/esito', [307]),
  'area/tutti/comunicazioni/leggi/page.tsx': {
    to: 'person',
    call: () => ({ path: '/area/tutti/comunicazioni/leggi?elenco=unread&tutte=1' }),
  },
  'area/tutti/selezione/csv/route.ts': {
    to: 'person',
    call: () => ({
      method: 'POST',
      path: '/area/tutti/selezione/csv',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      data: 'elenco=unread&tutte=1',
    }),
  },
  'api/allegati/route.ts': {
    to: 'contributor',
    call: ({ profile, draft }) => ({
      method: 'POST',
      path: `/api/allegati?profilo=${profile}&bozza=${draft}`,
      headers: { 'content-type': 'application/pdf', 'x-file-name': 'nota.pdf' },
      data: pdf(uuid()),
    }),
    opens: [201],
  },
  'api/allegati/[attachment]/route.ts GET': {
    to: 'contributor',
    call: ({ profile, attachment }) => ({ path: `/api/allegati/${attachment}?profilo=${profile}` }),
  },
  'api/allegati/[attachment]/route.ts DELETE': {
    to: 'contributor',
    call: ({ profile, draftFile }) => ({ method: 'DELETE', path: `/api/allegati/${draftFile}?profilo=${profile}` }),
  },
  'api/bozze/[draft]/route.ts': {
    to: 'contributor',
    call: ({ profile, draft }) => ({
      method: 'PUT',
      path: `/api/bozze/${draft}?profilo=${profile}`,
      headers: json,
      data: { kind: 'request', version: 1, writer: uuid(), content: { text: 'Cambiata' } },
    }),
  },
  'api/bozze/[draft]/route.ts of an istanza': {
    to: 'contributor',
    call: ({ profile, applicationDraft }) => ({
      method: 'PUT',
      path: `/api/bozze/${applicationDraft}?profilo=${profile}`,
      headers: json,
      data: {
        kind: 'application',
        step: 'motivi',
        version: 1,
        writer: uuid(),
        content: { motivi_explanation: 'Così' },
      },
    }),
  },
  'api/letture/route.ts': {
    to: 'contributor',
    call: ({ profile, request }) => ({
      method: 'POST',
      path: '/api/letture',
      headers: json,
      data: { profile, requestId: request },
    }),
  },

  'sede/page.tsx': everyDesk('/sede'),
  'sede/contribuenti/page.tsx': everyDesk('/sede/contribuenti'),
  'sede/contribuenti/[contributor]/page.tsx': ofDeskContributor(() => ''),
  'sede/contribuenti/[contributor]/responsabili/nuovo/page.tsx': ofDeskContributor(() => '/responsabili/nuovo'),
  'sede/contribuenti/[contributor]/deleghe/[delegation]/[act]/page.tsx': ofDeskContributor(
    ({ delegation }) => `/deleghe/${delegation}/sospendi`,
  ),
  'sede/comunicazioni/page.tsx': everyDesk('/sede/comunicazioni'),
  'sede/comunicazioni/nuova/page.tsx': everyDesk('/sede/comunicazioni/nuova'),
  'sede/comunicazioni/non-lette/page.tsx': everyDesk('/sede/comunicazioni/non-lette'),
  'sede/comunicazioni/formato/page.tsx': everyDesk('/sede/comunicazioni/formato'),
  'sede/comunicazioni/campagne/page.tsx': everyDesk('/sede/comunicazioni/campagne'),
  'sede/comunicazioni/campagne/nuova/page.tsx': everyDesk('/sede/comunicazioni/campagne/nuova'),
  'sede/comunicazioni/campagne/[campaign]/page.tsx': ofCampaign(''),
  'sede/comunicazioni/campagne/[campaign]/campione/[position]/page.tsx': ofCampaign('/campione/1'),
  'sede/comunicazioni/campagne/[campaign]/non-lette/page.tsx': ofCampaign('/non-lette'),
  'sede/comunicazioni/campagne/[campaign]/scarti/route.ts': ofCampaign('/scarti'),
  'sede/comunicazioni/campagne/[campaign]/ferma/page.tsx': ofCampaign('/ferma', [307]),
  'sede/comunicazioni/campagne/[campaign]/ritira/page.tsx': ofCampaign('/ritira', [307]),
  'sede/comunicazioni/[notice]/page.tsx': ofDeskNotice(''),
  'sede/comunicazioni/[notice]/pdf/route.ts': ofDeskNotice('/pdf'),
  'sede/comunicazioni/[notice]/[act]/page.tsx': ofDeskNotice('/ritira'),
  'sede/comunicazioni/[notice]/correggi/page.tsx': ofDeskNotice('/correggi'),
  'sede/comunicazioni/[notice]/versamenti/[payment]/route.ts': {
    to: 'officer',
    call: ({ readNotice, payment }) => ({
      path: `/sede/comunicazioni/${readNotice}/versamenti/${payment}`,
    }),
  },
  'sede/istanze/page.tsx': everyDesk('/sede/istanze'),
  'sede/istanze/[application]/page.tsx': ofDeskApplication(({ application }) => application),
  'sede/istanze/[application]/decidi/page.tsx': ofDeskApplication(
    ({ application, decision }) => `${application}/decidi?bozza=${decision}`,
  ),
  'sede/istanze/[application]/decidi/controlla/page.tsx': ofDeskApplication(
    ({ application, decision }) => `${application}/decidi/controlla?bozza=${decision}`,
  ),
  'sede/istanze/[application]/proposta/page.tsx': ofDeskApplication(({ application }) => `${application}/proposta`),
  'sede/istanze/[application]/provvedimento/route.ts': ofDeskApplication(({ decided }) => `${decided}/provvedimento`),
  'sede/richieste/[request]/page.tsx': atDesk(''),
  'sede/richieste/[request]/rispondi/page.tsx': atDesk('/rispondi', [307]),
  'sede/richieste/[request]/chiudi/page.tsx': atDesk('/chiudi', [307]),
  'sede/richieste/[request]/chiedi-documenti/page.tsx': atDesk('/chiedi-documenti', [307]),
  'sede/richieste/[request]/trasferisci/page.tsx': atDesk('/trasferisci', [307]),
  'sede/richieste/[request]/nota/page.tsx': atDesk('/nota', [307]),
  'api/comunicazioni/route.ts': {
    to: 'officer',
    call: () => ({
      method: 'POST',
      path: '/api/comunicazioni',
      headers: { 'content-type': 'text/csv', 'x-title': 'Prova%20di%20carico', 'x-file-name': 'prova.csv' },
      data: 'numero;tipo',
    }),
    opens: [201],
    shared: true,
  },
  'api/allegati/[attachment]/route.ts GET at the desk': {
    to: 'officer',
    call: ({ attachment }) => ({ path: `/api/allegati/${attachment}` }),
  },
  'api/allegati/route.ts at the desk': {
    to: 'officer',
    call: ({ request }) => ({
      method: 'POST',
      path: `/api/allegati?bozza=${uuid()}&richiesta=${request}`,
      headers: { 'content-type': 'application/pdf', 'x-file-name': 'nota.pdf' },
      data: pdf(uuid()),
    }),
    opens: [201],
  },
  'api/bozze/[draft]/route.ts at the desk': {
    to: 'officer',
    call: ({ request }) => ({
      method: 'PUT',
      path: `/api/bozze/${uuid()}`,
      headers: json,
      data: { kind: 'entry', requestId: request, version: 0, writer: uuid(), content: { act: 'reply', text: 'Prova' } },
    }),
  },

  'amministrazione/studi/page.tsx': { to: 'administrator', call: () => ({ path: '/amministrazione/studi' }) },
  'amministrazione/studi/[firm]/page.tsx': {
    to: 'administrator',
    call: ({ firm }) => ({ path: `/amministrazione/studi/${firm}` }),
  },
  'amministrazione/istanze/page.tsx': { to: 'administrator', call: () => ({ path: '/amministrazione/istanze' }) },
  'amministrazione/istanze/[kind]/page.tsx': {
    to: 'administrator',
    call: () => ({ path: '/amministrazione/istanze/rimborso' }),
  },
  'amministrazione/page.tsx': { to: 'administrator', call: () => ({ path: '/amministrazione' }) },
}
