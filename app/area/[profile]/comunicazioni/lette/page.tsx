import type { Metadata } from 'next'
import { listTitle, NoticeListPage } from '../list-page'

export async function generateMetadata({
  params,
}: PageProps<'/area/[profile]/comunicazioni/lette'>): Promise<Metadata> {
  return { title: await listTitle('read', (await params).profile) }
}

export default async function ReadNoticesPage({
  params,
  searchParams,
}: PageProps<'/area/[profile]/comunicazioni/lette'>) {
  return <NoticeListPage list="read" profile={(await params).profile} query={await searchParams} />
}
