import type { Metadata } from 'next'
import { v7 } from 'uuid'
import { typedAgain } from '@/lib/notices/schema'
import { NoticeForm } from '../../notice-form/form'
import { DeskNoticePage } from '../notice-page'
import { correctNoticeAction } from './action'

export const metadata: Metadata = { title: 'Correggi' }

export default async function CorrectPage({ params }: PageProps<'/sede/comunicazioni/[notice]/correggi'>) {
  const { notice: id } = await params
  return (
    <DeskNoticePage
      id={id}
      act="correct"
      title="Correggi"
      lead="Scrivi quella giusta, con un numero nuovo. La vecchia resta, barrata, con il collegamento alla nuova."
    >
      {({ notice }) => (
        <NoticeForm
          about="correction"
          action={correctNoticeAction}
          values={typedAgain(notice)}
          hidden={{ eventId: v7(), noticeId: id }}
        />
      )}
    </DeskNoticePage>
  )
}
