import type { ActivityEntry } from '@/lib/activity/data'
import { fromDay } from '@/lib/dates/days'
import { findFormer, findItem, findMilestone, findStep, type Guide } from '@/lib/guidebook/rules'
import { STEP_STATES } from '@/lib/journey/rules'
import type { Translator } from '@/lib/i18n/voice'

/** An entry as a sentence: who did what to what. */
export function sayEntry(entry: ActivityEntry, guide: Guide, t: Translator<'activity'>): string {
  const actor = entry.actor ?? t('someone')
  const values = { actor, subject: nameOf(entry, guide) }
  const plain = t(sentenceKey(entry), values)
  const why = entry.kind.startsWith('step.') ? `why.${textOf(entry.after, 'why')}` : ''
  const round = entry.kind === 'step.changed' ? textOf(entry.after, 'round') : null
  const more = [
    ...(t.has(why as 'why.quiet') ? [t(why as 'why.quiet')] : []),
    ...(round ? [t('byRound', { day: fromDay(round) })] : []),
  ]
  const sentence = more.length > 0 ? [`${plain}.`, ...more].join(' ') : plain
  // That a task is as it was says it all.
  const isWrapped = entry.takesBack && entry.kind !== 'task.undone'
  return isWrapped ? t('takesBack', { sentence }) : sentence
}

/** What an entry is about, by its name; empty where a sentence needs none. */
export function nameOf({ subject, name, after }: ActivityEntry, guide: Guide): string {
  return (
    name ??
    findItem(guide, subject)?.item.label ??
    findMilestone(guide, subject)?.milestone.title ??
    findStep(guide, subject)?.title ??
    findFormer(guide, subject)?.words ??
    titleIn(after) ??
    textOf(after, 'between') ??
    ''
  )
}

/** A region's own entry brings its words along. */
function titleIn(facts: unknown): string | null {
  if (typeof facts !== 'object' || facts === null || !('title' in facts)) return null
  return typeof facts.title === 'string' ? facts.title : null
}

const PLAIN = {
  'partner.added': 'partner.added',
  'partner.changed': 'partner.changed',
  'partner.archived': 'partner.archived',
  'partner.restored': 'partner.restored',
  'partner.dated': 'partner.dated',
  'partner.contacts': 'partner.contacts',
  'partner.merged': 'partner.merged',
  'voice.added': 'voice.added',
  'voice.changed': 'voice.changed',
  'voice.found': 'voice.found',
  'voice.closed': 'voice.closed',
  'voice.nobody': 'voice.nobody',
  'member.joined': 'member.joined',
  'member.removed': 'member.removed',
  'member.left': 'member.left',
  'member.handed-over': 'member.handed-over',
  'member.invited': 'member.invited',
  'invitation.resent': 'invitation.resent',
  'invitation.revoked': 'invitation.revoked',
  'region.created': 'region.created',
  'region.changed': 'region.changed',
  'step.planned': 'step.planned',
  'comment.changed': 'comment.changed',
  'comment.removed': 'comment.removed',
  'comment.answered': 'comment.answered',
  'comment.reopened': 'comment.reopened',
  'region.moved': 'region.moved',
  'step.reopened': 'stepReopened',
  'own.added': 'own.added',
  'own.changed': 'own.changed',
  'own.moved': 'own.moved',
  'own.archived': 'own.archived',
  'own.restored': 'own.restored',
  'evidence.added': 'evidence.added',
  'evidence.replaced': 'evidence.replaced',
  'evidence.removed': 'evidence.removed',
  'evidence.restored': 'evidence.restored',
  'task.added': 'task.added',
  'task.changed': 'task.changed',
  'task.archived': 'task.archived',
  'task.restored': 'task.restored',
  'task.proposed': 'task.proposed',
  'task.accepted': 'task.accepted',
  'task.declined': 'task.declined',
  'task.submitted': 'task.submitted',
  'task.done': 'task.done',
  'task.handed-back': 'task.handed-back',
  'task.reopened': 'task.reopened',
  'relation.added': 'relation.added',
  'relation.changed': 'relation.changed',
  'relation.ended': 'relation.ended',
  'relation.never': 'relation.never',
  'task.unlinked': 'task.unlinked',
  'round.opened': 'round.opened',
  'round.extended': 'round.extended',
  'round.closed': 'round.closed',
  'round.talked': 'round.talked',
  'session.opened': 'session.opened',
  'session.closed': 'session.closed',
  'task.undone': 'task.undone',
  'task.attached': 'task.attached',
  'task.detached': 'task.detached',
  'metric.confirmed': 'metric.confirmed',
  'metric.drafted': 'metric.drafted',
  'target.set': 'target.set',
  'target.dropped': 'target.dropped',
  'line.added': 'line.added',
  'line.secured': 'line.secured',
  'line.received': 'line.received',
  'line.dropped': 'line.dropped',
  'measure.set': 'measure.set',
  'measure.dropped': 'measure.dropped',
  'story.told': 'story.told',
} as const

const NAMED = {
  'member.invited': 'invitation.named.invited',
  'invitation.resent': 'invitation.named.resent',
  'invitation.revoked': 'invitation.named.revoked',
} as const

function sentenceKey({ kind, name, before, after }: ActivityEntry) {
  const was = stateOf(before)
  const is = stateOf(after)
  if (kind === 'tick.changed') {
    if (was === is || (was === null && is === 'open')) return 'tick.planned'
    const states = ['done', 'started', 'open', 'not_applicable', 'waived'] as const
    const state = states.find((known) => known === is)
    return state ? (`tick.${state}` as const) : 'other'
  }
  if (kind === 'milestone.changed') {
    if (was === 'reached' && is === 'planned') return 'milestone.takenBack'
    return is === 'reached' && was !== 'reached' ? 'milestone.reached' : 'milestone.planned'
  }
  if (kind === 'step.changed') return stepKey(was, is)
  if (kind === 'step.flagged') return flagKey(after)
  // Whom is for those who may see it.
  if (name !== null && kind in NAMED) return NAMED[kind as keyof typeof NAMED]
  if (kind === 'comment.added') return asks(after) ? 'comment.asked' : 'comment.added'
  return PLAIN[kind as keyof typeof PLAIN] ?? 'other'
}

function stepKey(was: string | null, is: string | null) {
  const [from, to] = [was, is].map((state) => STEP_STATES.findIndex((known) => known === state))
  const state = STEP_STATES[to ?? 0] ?? 'not_started'
  if (from === undefined || to === undefined || from <= to) return `step.${state}` as const
  const back = { in_progress: 'slipped', reached: 'unconfirmed', confirmed: 'unsustained' } as const
  return `step.${state in back ? back[state as keyof typeof back] : state}` as 'step.slipped'
}

function flagKey(after: unknown) {
  return textOf(after, 'flag') === 'quiet' ? 'step.quiet' : 'step.needsRefresh'
}

function stateOf(facts: unknown): string | null {
  return textOf(facts, 'state')
}

function textOf(facts: unknown, name: string): string | null {
  const value = typeof facts === 'object' && facts !== null ? Reflect.get(facts, name) : null
  return typeof value === 'string' ? value : null
}

function asks(facts: unknown): boolean {
  return typeof facts === 'object' && facts !== null && 'asks' in facts && facts.asks === true
}
