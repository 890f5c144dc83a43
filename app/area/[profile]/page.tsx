import { redirect } from 'next/navigation'

/** The area opens on its list. */
export default async function AreaPage({ params }: PageProps<'/area/[profile]'>) {
  redirect(`/area/${(await params).profile}/richieste`)
}
