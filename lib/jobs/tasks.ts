/** What the worker does, and what each job carries. Imports nothing: commands promise jobs, jobs call commands. */
export type TaskPayloads = {
  /** `abandonedAttempt`: the attempt that nobody finished, if it is still the last one when this job runs. */
  deliverMessage: { messageId: string; abandonedAttempt?: number }
  resumeDeliveries: Record<string, unknown>
  sweep: Record<string, unknown>
  checkDeadlines: Record<string, unknown>
  expireDelegations: Record<string, unknown>
  announceValidated: { delegationIds: string[] }
  gatherReminders: Record<string, unknown>
  sendDigests: Record<string, unknown>
  anchorAudit: Record<string, unknown>
  validateCampaign: { campaignId: string }
  releaseCampaign: { campaignId: string }
  resumeCampaigns: Record<string, unknown>
}
export type TaskName = keyof TaskPayloads

type TimetableEntry = { task: TaskName; match: string; backfillHours: number }

/** What happens by the clock. `match` is a crontab line in UTC; `backfillHours` says how late it is still worth doing. */
export const timetable: readonly TimetableEntry[] = [
  { task: 'resumeDeliveries', match: '*/10 * * * *', backfillHours: 0 },
  { task: 'resumeCampaigns', match: '* * * * *', backfillHours: 0 },
  { task: 'sweep', match: '0 * * * *', backfillHours: 0 },
  { task: 'anchorAudit', match: '30 * * * *', backfillHours: 0 },
  // Each hour, so that it falls just after midnight in Rome in summer and in winter.
  { task: 'expireDelegations', match: '5 * * * *', backfillHours: 0 },
  // Six in the morning in Rome is 4 UTC in summer and 5 UTC in winter: the worker lets the wrong one pass.
  { task: 'checkDeadlines', match: '0 4,5 * * *', backfillHours: 24 },
  { task: 'gatherReminders', match: '0 4,5 * * *', backfillHours: 24 },
  // Eight in the morning likewise.
  { task: 'sendDigests', match: '0 6,7 * * *', backfillHours: 24 },
]
