import { useEffect, useRef } from 'react'

type ErrorSummaryProps = {
  /** What is wrong, by field name; the same words stand at the field. `root` is about the whole form. */
  errors: Record<string, string | undefined>
  /** The labels by field name, in the order of the form: it is the order of the list too. */
  labels?: Record<string, string>
  /** Ids of the fields whose id is not their name. */
  ids?: Record<string, string>
  /** How many times the form was sent: the summary takes focus at each, and never while one is correcting. */
  attempt?: number
}

/** All that is wrong, on top of a form that runs in the browser too, each line a link to its field. Nothing when all is well. */
export function ErrorSummary({ errors, labels = {}, ids = {}, attempt = 0 }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const focusedAt = useRef(-1)
  const known = Object.keys(labels)
  const place = (name: string) => (known.includes(name) ? known.indexOf(name) : known.length)
  const lines = Object.entries(errors)
    .filter((line): line is [string, string] => Boolean(line[1]))
    .sort(([one], [other]) => place(one) - place(other))
  const shown = lines.length > 0

  useEffect(() => {
    if (!shown || focusedAt.current === attempt) return
    focusedAt.current = attempt
    box.current?.focus()
  }, [shown, attempt])

  if (!shown) return null
  return (
    // With scripts off the page comes back whole, and the browser itself brings focus here.
    <div className="error-summary" ref={box} tabIndex={-1} autoFocus role="group" aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">C’è un problema</h2>
      <ul>
        {lines.map(([name, message]) => (
          <li key={name}>
            {name === 'root' ? (
              message
            ) : (
              <a href={`#${ids[name] ?? name}`}>
                {labels[name] && `${labels[name]}: `}
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
