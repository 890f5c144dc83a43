import type { ContributorSide } from '@/lib/auth/actor'

/** Under which title, and for which firm, somebody acts: stands beside their name on everything they do. */
export const actingAs = ({ title, delegation }: ContributorSide) => ({ title, firmId: delegation?.firmId ?? null })
