import type { Metadata } from 'next'
import { listTitle, NoticeListPage } from '../list-page'

export async function generateMetadata({
  params,
}: PageProps<'/area/[profile]/comunicazioni/da-leggere'>): Promise<Metadata> {
  return { title: await listTitle('unread', (await params).profile) }
}

export default async function UnreadNoticesPage({
  params,
  searchParams,
}: PageProps<'/area/[profile]/comunicazioni/da-leggere'>) {
  return <NoticeListPage list="unread" profile={(await params).profile} query={await searchParams} />
}
