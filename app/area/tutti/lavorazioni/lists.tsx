import type { Route } from 'next'
import Link from 'next/link'
import { FilterForm } from '@/components/form/filter-form'
import { SelectField } from '@/components/form/select-field'
import type { TaskList } from '@/lib/firms/filters'

export const listLabels: Record<TaskList, string> = {
  'da-fare': 'Da fare',
  'in-attesa': 'In attesa del cliente',
  fatto: 'Fatto',
  'non-assegnati': 'Non assegnati',
}

type TaskListsProps = { home: string; current: TaskList; whose: string | undefined }

/** The lists one may look at; whose they are goes along. */
export function TaskLists({ home, current, whose }: TaskListsProps) {
  const address = (list: TaskList) => `${home}?${new URLSearchParams({ elenco: list, ...(whose && { chi: whose }) })}`
  return (
    <nav aria-label="Lavorazioni per stato">
      <ul className="list-tabs">
        {(Object.keys(listLabels) as TaskList[]).map((list) => (
          <li key={list}>
            <Link href={address(list) as Route} aria-current={list === current ? 'page' : undefined} prefetch={false}>
              {listLabels[list]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type WhoseProps = {
  home: string
  list: TaskList
  whose: string | undefined
  self: string
  colleagues: { id: string; name: string }[]
}

/** One's own, everybody's, or a colleague's. */
export function WhoseForm({ home, list, whose, self, colleagues }: WhoseProps) {
  return (
    <FilterForm home={home} label="Di chi" chosen={{ whose }} hidden={{ elenco: list }} button="Mostra">
      <SelectField
        name="chi"
        label="Di chi"
        emptyLabel="Le mie"
        options={[
          { value: 'tutti', label: 'Di tutti' },
          ...colleagues.filter(({ id }) => id !== self).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        defaultValue={whose ?? ''}
      />
    </FilterForm>
  )
}
