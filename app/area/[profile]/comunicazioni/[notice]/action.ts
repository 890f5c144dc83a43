'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import * as z from 'zod'
import { contributorAction } from '@/lib/action'
import type { ContributorSide } from '@/lib/auth/actor'
import { markNoticeRead, markNoticeUnread, readNotice } from '@/lib/notices/commands/reading'

const namedSchema = z.strictObject({ noticeId: z.uuid() })

const back = (actor: ContributorSide, noticeId: string): never =>
  redirect(`/area/${actor.contributorId}/comunicazioni/${noticeId}` as Route)

/** «Apri e leggi». Whoever comes second finds the notice open already, and goes on to it all the same. */
export const readNoticeAction = contributorAction(namedSchema, async (actor, { noticeId }) => {
  await readNotice(actor, { noticeId })
  return back(actor, noticeId)
})

/** «Segna come letta da me». */
export const markNoticeReadAction = contributorAction(namedSchema, async (actor, { noticeId }) => {
  await markNoticeRead(actor, { noticeId })
  return back(actor, noticeId)
})

/** «Segna come da leggere». */
export const markNoticeUnreadAction = contributorAction(namedSchema, async (actor, { noticeId }) => {
  await markNoticeUnread(actor, { noticeId })
  return back(actor, noticeId)
})
