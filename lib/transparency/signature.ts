import type { AccessTitle } from '@/db/vocabulary'
import { titleLabels } from '@/lib/contributors/titles'

/** Under which title and for which firm, as it stands after a name: «delegato – Studio Verdi». Nothing when neither is known. */
export const titleAndFirm = ({ title, firm }: { title: AccessTitle | null; firm: string | null }) =>
  [title && titleLabels[title].toLowerCase(), firm].filter(Boolean).join(' – ')

/** Somebody of the contributor's side as their acts bear them: «Anna Prova, delegato – Studio Verdi». */
export const signature = (name: string, acting: { title: AccessTitle | null; firm: string | null }) =>
  [name, titleAndFirm(acting)].filter(Boolean).join(', ')
