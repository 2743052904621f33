import { asJob } from '@/lib/db/as-job'

/**
 * Takes names and personal words out of ratings, choices, talks and notes that are 24 months old, and
 * notes that are nothing but that altogether. Row-level security shows the job nothing younger.
 *
 * @returns the number of entries that were changed
 */
export function forgetCandid(): Promise<number> {
  return asJob(async (db) => {
    const ratings =
      await db.$executeRaw`update partner_ratings set rater_name = '' where rater_name <> ''`
    const choices =
      await db.$executeRaw`update partner_priorities set action_by = '' where action_by <> ''`
    const notes = await db.$executeRaw`delete from partner_talks where kind = 'note'`
    const talks = await db.$executeRaw`
      update partner_talks set people = '', words = '' where people <> '' or words <> ''`
    return ratings + choices + notes + talks
  })
}
