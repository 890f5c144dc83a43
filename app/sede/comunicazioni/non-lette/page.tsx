import type { Metadata } from 'next'
import { PageTitle } from '@/components/layout/page-title'
import { requireOfficer } from '@/lib/auth/session'
import { DeskFrame } from '../../desk-frame'
import { UnreadOverdue } from '../unread-overdue'

export const metadata: Metadata = { title: 'Non lette oltre il termine' }

export default async function UnreadOverduePage({ searchParams }: PageProps<'/sede/comunicazioni/non-lette'>) {
  const { dopo } = await searchParams
  const actor = await requireOfficer()
  const home = '/sede/comunicazioni/non-lette'
  return (
    <DeskFrame actor={actor} voice={home} trail={[{ label: 'Non lette oltre il termine' }]}>
      <PageTitle lead="Comunicazioni della sede che nessuno ha aperto entro il termine, da quella ferma da più tempo.">
        Non lette oltre il termine
      </PageTitle>
      <UnreadOverdue actor={actor} after={dopo} home={home} />
    </DeskFrame>
  )
}
