import type { Metadata } from 'next'
import { AllNoticesPage, listTitle } from '../list-page'

export const generateMetadata = async (): Promise<Metadata> => ({ title: await listTitle('unread') })

export default async function UnreadNoticesPage({ searchParams }: PageProps<'/area/tutti/comunicazioni/da-leggere'>) {
  return <AllNoticesPage list="unread" query={await searchParams} />
}
