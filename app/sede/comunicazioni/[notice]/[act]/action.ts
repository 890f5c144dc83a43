'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { officerAction } from '@/lib/action'
import { actOnNotice } from '@/lib/notices/commands/office'
import { actOnNoticeSchema } from '@/lib/notices/schema'

export const actOnNoticeAction = officerAction(actOnNoticeSchema, async (actor, { act, ...input }) => {
  await actOnNotice(actor, act, input)
  redirect(`/sede/comunicazioni/${input.noticeId}` as Route)
})
