import type { Metadata } from 'next'
import { PageTitle } from '@/components/layout/page-title'
import { requireOfficer } from '@/lib/auth/session'
import { DeskFrame } from '../../desk-frame'
import { NoticeForm } from '../notice-form/form'
import { publishNoticeAction } from './action'

export const metadata: Metadata = { title: 'Pubblica una comunicazione' }

export default async function NewNoticePage() {
  const actor = await requireOfficer()
  const home = '/sede/comunicazioni'
  return (
    <DeskFrame
      actor={actor}
      voice={home}
      trail={[{ label: 'Comunicazioni pubblicate', href: home }, { label: 'Pubblica una comunicazione' }]}
    >
      <PageTitle lead="Per una sola comunicazione. Prima di pubblicare la vedi come la vedrà il contribuente.">
        Pubblica una comunicazione
      </PageTitle>
      <NoticeForm about="new" action={publishNoticeAction} values={{}} />
    </DeskFrame>
  )
}
