import { Alert } from '../alert'

/** The expected no of an action («L’ha già presa in carico Franca Galli»), above the form; nothing without a message. */
export function RefusalAlert({ message }: { message?: string | undefined }) {
  if (!message) return null
  return (
    <Alert tone="danger" title="Non è stato possibile">
      {message}
    </Alert>
  )
}
