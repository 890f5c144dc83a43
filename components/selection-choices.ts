/** Kept by the browser for this tab alone: the list, and ids that say nothing by themselves. */
const place = 'scelte'
type Kept = { list: string; ids: string[] }

function kept(list: string): string[] {
  try {
    const found = JSON.parse(sessionStorage.getItem(place) ?? 'null') as Kept | null
    return found?.list === list && Array.isArray(found.ids) ? found.ids.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

function keep(list: string, ids: string[]) {
  try {
    if (ids.length > 0) sessionStorage.setItem(place, JSON.stringify({ list, ids } satisfies Kept))
    else sessionStorage.removeItem(place)
  } catch {
    // A browser that keeps nothing still has the boxes of this page.
  }
}

/** Takes off the choice what was acted upon from another page. */
export function forgetChoices(ids: string[]) {
  try {
    const found = JSON.parse(sessionStorage.getItem(place) ?? 'null') as Kept | null
    if (found)
      keep(
        found.list,
        kept(found.list).filter((id) => !ids.includes(id)),
      )
  } catch {
    // Nothing was kept that can be read.
  }
}

/** What is chosen, as the bar says it: «all» is every row of the list; `elsewhere` are ids ticked on other pages. */
export type Chosen = { all: boolean; count: number; elsewhere: string[] }

/**
 * The boxes of a form, remembered from page to page of one list. The boxes stay the form's own: with scripts off they are all
 * there is. What was chosen in another list is forgotten.
 */
export function createChoices(list: string) {
  let form: HTMLFormElement | undefined
  let chosen: Chosen | undefined
  const listeners = new Set<() => void>()
  const boxes = () => [...(form?.querySelectorAll<HTMLInputElement>('input[name="scelte"]') ?? [])]
  const everything = () => form?.querySelector<HTMLInputElement>('input[name="tutte"]')

  function look() {
    const shown = new Set(boxes().map(({ value }) => value))
    const elsewhere = kept(list).filter((id) => !shown.has(id))
    const here = boxes().flatMap(({ checked, value }) => (checked ? [value] : []))
    const all = everything()?.checked === true
    // «Tutte» is of this page's filters, and is said again on the next: only what was ticked one by one is remembered.
    if (!all) keep(list, [...elsewhere, ...here])
    chosen = { all, count: elsewhere.length + here.length, elsewhere }
    for (const listener of listeners) listener()
  }

  function changed({ target }: Event) {
    const { name, checked } = target as HTMLInputElement
    const all = everything()
    if (name === 'tutte') for (const box of boxes()) box.checked = checked
    if (name === 'scelte' && !checked && all) all.checked = false
    if (name === 'tutte' || name === 'scelte') look()
  }

  return {
    snapshot: () => chosen,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },

    /** Takes up the boxes as they are drawn now, and ticks again those chosen before. */
    watch(element: HTMLFormElement) {
      form = element
      const ids = new Set(kept(list))
      for (const box of boxes()) box.checked = ids.has(box.value) || everything()?.checked === true
      look()
      element.addEventListener('change', changed)
      return () => element.removeEventListener('change', changed)
    },

    /** «Togli la selezione», here and on every other page. */
    clear() {
      keep(list, [])
      for (const box of boxes()) box.checked = false
      const all = everything()
      if (all) all.checked = false
      look()
    },
  }
}
