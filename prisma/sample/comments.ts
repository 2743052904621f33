import type { EditionContent } from '../../lib/guidebook/edition/schema'
import type { Row } from '../as-owner'
import { officeHour, workday } from './calendar'
import { chanceFrom } from './chance'
import type { Entry } from './history'
import type { RegionPlan } from './plan'

type Place = {
  regionId: string
  anchor: string
  content: EditionContent
  userId: (name: string) => string
}

/**
 * What a region's people wrote to each other and what they follow. An answer settles the questions
 * that others asked before it on the same thing, as lib/comments/changes.ts does.
 */
export function composeTalk(plan: RegionPlan, { regionId, anchor, content, userId }: Place) {
  // A stream of its own: what else the sample holds does not change with its comments.
  const chance = chanceFrom(`${plan.slug} talk`)
  const entries: Entry[] = []
  const mentions: Row[] = []
  const rows = (plan.comments ?? []).map(({ step, about, by, set, text, asks = false, tell }) => {
    const createdAt = officeHour(workday(anchor, set), 2, chance.below(60))
    const id = chance.id(createdAt)
    const authorId = userId(by)
    const subject = idOf(content, step, about)
    for (const name of tell ?? []) {
      mentions.push({ region_id: regionId, comment_id: id, user_id: userId(name) })
    }
    entries.push({
      ...{ at: createdAt, actorId: authorId, kind: 'comment.added', step, subject, before: null },
      after: { comment: id, asks, mentions: tell?.length ?? 0 },
    })
    const role = plan.people.find(({ name }) => name === by)?.role ?? 'staff'
    return {
      ...{ region_id: regionId, id, step, subject, author_id: authorId, author_role: role },
      ...{ text, asks, created_at: createdAt, version: 1 },
    }
  })
  const comments = rows.map((row, index) => {
    const answer = rows.find(
      (other, place) =>
        place > index &&
        other.subject === row.subject &&
        !other.asks &&
        other.author_id !== row.author_id,
    )
    const settled = row.asks && answer
    return {
      ...row,
      answered_at: settled ? answer.created_at : null,
      answered_with: settled ? answer.id : null,
    }
  })
  const follows = (plan.follows ?? []).map(({ by, step = '', set }) => ({
    ...{ region_id: regionId, user_id: userId(by), step },
    created_at: officeHour(workday(anchor, set), 0, 0),
  }))
  return { tables: { comments, comment_mentions: mentions, follows }, entries }
}

function idOf(content: EditionContent, slug: string, about: string): string {
  const step = content.steps.find((one) => one.slug === slug)
  const found = [...(step?.checklist ?? []), ...(step?.milestones ?? [])].find(
    (one) => one.slug === about,
  )
  if (!found) throw new Error(`The sample programme comments on ${about}, which is nowhere.`)
  return found.id
}
