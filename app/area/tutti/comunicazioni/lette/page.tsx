import type { Metadata } from 'next'
import { AllNoticesPage, listTitle } from '../list-page'

export const generateMetadata = async (): Promise<Metadata> => ({ title: await listTitle('read') })

export default async function ReadNoticesPage({ searchParams }: PageProps<'/area/tutti/comunicazioni/lette'>) {
  return <AllNoticesPage list="read" query={await searchParams} />
}
