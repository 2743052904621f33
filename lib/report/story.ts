import { isCoordinator, type Viewer } from '@/lib/auth/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { readRecord } from '@/lib/journey/record'
import type { TellStory } from '@/lib/report/schema'

/**
 * Keeps what a region tells of itself in one language. Throws Denial: not-found, forbidden, conflict
 * when somebody wrote meanwhile.
 */
export function tellStory(viewer: Viewer, { regionId, language, version, words }: TellStory) {
  return asViewer(
    viewer,
    async (db) => {
      await readRecord(db, viewer, { id: regionId })
      if (!isCoordinator(viewer, regionId)) throw new Denial('forbidden')
      const written = await db.$executeRaw`
        insert into report_stories (region_id, language, words, version, author_id)
          values (${regionId}::uuid, ${language}, ${words}, 1, ${viewer.userId}::uuid)
        on conflict (region_id, language) do update set words = excluded.words,
          version = report_stories.version + 1, author_id = excluded.author_id, updated_at = now()
          where report_stories.version = ${version}`
      if (written === 0) throw new Denial('conflict')
      const after = { language }
      await db.activity.createMany({
        data: [{ regionId, actorId: viewer.userId, kind: 'story.told', subject: language, after }],
      })
    },
    { lock: regionId },
  )
}
