import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { v7 } from 'uuid'
import { reasonLength } from '@/lib/notices/lengths'
import { ReasonForm } from '../../reason-form'
import { DeskNoticePage } from '../notice-page'
import { officeActs } from '../office-acts'
import { actOnNoticeAction } from './action'

type Props = PageProps<'/sede/comunicazioni/[notice]/[act]'>

const actOf = async ({ params }: Props) => {
  const { act: segment } = await params
  return officeActs.find((each) => each.segment === segment)
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await actOf(props))?.label ?? 'Pagina non trovata' }
}

export default async function OfficeActPage(props: Props) {
  const chosen = await actOf(props)
  const { notice: id } = await props.params
  if (!chosen) notFound()
  return (
    <DeskNoticePage id={id} act={chosen.act} title={chosen.label} lead={chosen.lead}>
      {({ here }) => (
        <ReasonForm
          about="notice"
          action={actOnNoticeAction}
          hidden={{ eventId: v7(), noticeId: id, act: chosen.act }}
          label="Motivo"
          hint="Lo legge il contribuente."
          limits={reasonLength}
          submit={chosen.submit}
          danger={chosen.danger ?? false}
          back={{ href: here, label: 'Torna alla comunicazione' }}
        />
      )}
    </DeskNoticePage>
  )
}
