import { useId, useState } from 'react'
import type { Question } from '@/db/question'
import { Fieldset } from './fieldset'
import { hintOf, QuestionField } from './questions'
import { SubmitButton } from './submit-button'

type QuestionTableProps = {
  /** Name in the form of the table; that of a cell is `<name>_<row>_<column>`. */
  name: string
  legend: string
  /** What one row is: «Mese». */
  row: string
  columns: readonly Question[]
  /** Rows shown to begin with, and the most that there may be. */
  rows: number
  most: number
  values: Record<string, string | undefined>
  errors: Record<string, string | undefined>
  /** How many rows the button adds, and what it is posted as where there are no scripts. */
  add: { name: string; value: string; rows: number }
}

/**
 * Rows of questions to be filled in, as a table where there is room and one card for each row where there is not. With
 * scripts off the button keeps the form and brings it back with more rows.
 */
export function QuestionTable({ name, legend, row, columns, most, values, errors, add, ...props }: QuestionTableProps) {
  const [added, setAdded] = useState(0)
  const hints = useId()
  const rows = Math.max(props.rows, Math.min(props.rows + added, most))
  return (
    <Fieldset id={name} legend={legend} error={errors[name]} large>
      <ul className="question-table-hints">
        {columns.map((column) => {
          const hint = hintOf(column)
          return (
            hint && (
              <li key={column.name} id={`${hints}-${column.name}`}>
                {column.label}: {hint.charAt(0).toLowerCase() + hint.slice(1)}
              </li>
            )
          )
        })}
      </ul>
      <div className="question-table-room">
        <table className="question-table" role="table" aria-label={legend}>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                {row}
              </th>
              {columns.map((column) => (
                <th key={column.name} role="columnheader" scope="col">
                  {column.label} {!column.required && <span className="form-optional">(facoltativo)</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {Array.from({ length: rows }, (_, place) => (
              <tr key={place} role="row">
                <th role="rowheader" scope="row">
                  <span className="question-table-row">{row}</span> {place + 1}
                </th>
                {columns.map((column) => (
                  <td key={column.name} role="cell">
                    <QuestionField
                      question={column}
                      prefix={`${name}_${place}_`}
                      values={values}
                      errors={errors}
                      cell={{
                        label: (
                          <>
                            {column.label}
                            <span className="visually-hidden">, riga {place + 1}</span>
                          </>
                        ),
                        hintId: hintOf(column) && `${hints}-${column.name}`,
                      }}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="question-table-note">Le righe che lasci vuote non contano.</p>
      {rows < most ? (
        <SubmitButton
          look="secondary"
          name={add.name}
          value={add.value}
          formNoValidate
          onClick={(event) => {
            event.preventDefault()
            setAdded(added + add.rows)
          }}
        >
          Aggiungi righe
        </SubmitButton>
      ) : (
        <p className="question-table-note">Più di {most} righe non si possono aggiungere.</p>
      )}
    </Fieldset>
  )
}
