/** A protocol number that a narrow column breaks after its dots, and nowhere else. */
export function Protocollo({ value }: { value: string }) {
  const pieces = value.split(/(?<=\.)/)
  return (
    <span className="protocollo">
      {pieces.flatMap((piece, index) => (index === 0 ? [piece] : [<wbr key={index} />, piece]))}
    </span>
  )
}
