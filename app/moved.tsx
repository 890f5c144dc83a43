import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { Alert } from '@/components/alert'
import { isPosted } from './posted'

/** What one came for is elsewhere now: who follows a link is taken there, who posted a form reads why and follows one. */
export async function Moved({ to, children }: { to: string; children: string }) {
  if (!(await isPosted())) redirect(to as Route)
  return (
    <Alert tone="warning" title="Adesso non è possibile">
      <p>
        {children} <a href={to}>Vai alla pagina aggiornata</a>.
      </p>
    </Alert>
  )
}
