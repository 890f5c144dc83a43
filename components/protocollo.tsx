import { Fragment } from 'react'

/** A protocol number that a narrow column breaks after its dots, and nowhere else. */
export function Protocollo({ value }: { value: string }) {
  const pieces = value.split('.')
  return (
    <span className="protocollo">
      {pieces.map((piece, index) => (
        <Fragment key={index}>
          {piece}
          {index < pieces.length - 1 && (
            <>
              .<wbr />
            </>
          )}
        </Fragment>
      ))}
    </span>
  )
}
