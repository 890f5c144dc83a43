type ChoiceBoxProps = {
  /** Of the row. */
  id: string
  /** What is chosen, for who hears the box alone («Comunicazione INPS.7000…»). */
  what: string
}

/** The box of one row inside a `SelectionForm`. */
export const ChoiceBox = ({ id, what }: ChoiceBoxProps) => (
  <input type="checkbox" name="scelte" value={id} aria-label={`Scegli ${what}`} className="choice-box" />
)
