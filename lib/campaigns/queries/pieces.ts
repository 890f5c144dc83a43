import 'server-only'
import { and, eq } from 'drizzle-orm'
import { db } from '@/db/read'
import { campaignFiles } from '@/db/schema'
import type { System } from '@/lib/auth/actor'

/** One piece of a campaign's file, by its position from 1; undefined after the last, and when the file is gone. */
export async function findFilePiece(_actor: System, campaignId: string, position: number) {
  const [piece] = await db
    .select({ bytes: campaignFiles.bytes })
    .from(campaignFiles)
    .where(and(eq(campaignFiles.campaignId, campaignId), eq(campaignFiles.position, position)))
  return piece?.bytes
}
