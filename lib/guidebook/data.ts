import type { Db } from '@/lib/db/as-viewer'
import { readReference } from '@/lib/db/reference'
import type { Guide, GuideItem, GuideStep } from '@/lib/guidebook/rules'

// An edition never changes meaning once loaded, so each process reads it once a language.
const loaded = new Map<string, Promise<Guide>>()

// Another process may load an edition, so what is newest is asked anew every few seconds.
const LATEST_MS = 5000

let latest: { number: Promise<number>; until: number } | undefined

/** The newest edition in a language: for pages that belong to no region. */
export async function getLatestGuide(locale: string): Promise<Guide> {
  const now = Date.now()
  if (!latest || latest.until < now) {
    const number = readReference(readLatest)
    number.catch(forgetLatest)
    latest = { number, until: now + LATEST_MS }
  }
  return getGuide(await latest.number, locale)
}

/** Called where an edition has just been loaded: this process knows of it at once. */
export function forgetLatest(): void {
  latest = undefined
}

async function readLatest(db: Db): Promise<number> {
  const { number } = await db.edition.findFirstOrThrow({
    ...{ orderBy: { number: 'desc' }, select: { number: true } },
  })
  return number
}

/**
 * The guidebook in a language; texts without a translation stay in English. Inside a transaction
 * give its `db`: waiting there for a second connection could leave everybody waiting.
 */
export function getGuide(edition: number, locale: string, db?: Db): Promise<Guide> {
  const language = locale.slice(0, 2)
  const key = `${edition}/${language}`
  const known = loaded.get(key)
  if (known) return known
  const read = (through: Db) => readGuide(through, edition, language)
  const reading = db ? read(db) : readReference(read)
  loaded.set(key, reading)
  reading.catch(() => loaded.delete(key))
  return reading
}

type Row = { translations: unknown }

function translate<T extends Row, K extends keyof T>(
  row: T,
  locale: string,
  keys: K[],
): Pick<T, K> {
  const texts = (row.translations as Record<string, Partial<Record<K, T[K]>>>)[locale]
  return Object.fromEntries(keys.map((key) => [key, texts?.[key] ?? row[key]])) as Pick<T, K>
}

async function readGuide(db: Db, edition: number, locale: string): Promise<Guide> {
  // One after the other: the connection of a transaction answers one question at a time.
  const { wording } = await db.edition.findUniqueOrThrow({
    ...{ where: { number: edition }, select: { wording: true } },
  })
  const ofEdition = { where: { edition } }
  const inOrder = { ...ofEdition, orderBy: { order: 'asc' } } as const
  const byNumber = { ...ofEdition, orderBy: { number: 'asc' } } as const
  const guide = {
    parts: await db.guidePart.findMany(byNumber),
    steps: await db.guideStep.findMany(byNumber),
    tips: await db.guideTip.findMany(inOrder),
    items: await db.guideItem.findMany(inOrder),
    milestones: await db.guideMilestone.findMany(inOrder),
    tasks: await db.guideTask.findMany(inOrder),
    tools: await db.guideTool.findMany(inOrder),
  }
  const { triggers: suggesting } = wording as { triggers?: string[] }
  const triggers = new Set(suggesting)
  const parts = guide.parts.map((part) => ({
    slug: part.id,
    number: part.number,
    ...translate(part, locale, ['title']),
  }))
  const steps = guide.steps.map((step): GuideStep => {
    const own = <T extends { step: string }>(rows: T[]) =>
      rows.filter((row) => row.step === step.id)
    const items = own(guide.items)
    const upkeep = items.find((item) => item.kind === 'upkeep')
    if (!upkeep?.everyMonths) throw new Error(`Edition ${edition}: step ${step.id} has no upkeep`)
    return {
      slug: step.id,
      number: step.number,
      part: parts.find((part) => part.slug === step.part)?.number ?? 1,
      ...translate(step, locale, ['title', 'principle', 'intro']),
      tips: own(guide.tips).map((tip) => {
        const { label } = translate(tip, locale, ['label'])
        const german = (tip.translations as Record<string, { paraphrase?: string }>)[locale]
        return { id: tip.id, label, text: german?.paraphrase ?? tip.text }
      }),
      items: items.filter((item) => item !== upkeep).map((item) => asItem(item, locale, triggers)),
      upkeep: { ...asItem(upkeep, locale, triggers), everyMonths: upkeep.everyMonths },
      milestones: own(guide.milestones).map((milestone) => ({
        id: milestone.id,
        gate: milestone.gate,
        weight: milestone.weight,
        ...translate(milestone, locale, ['title', 'reachedWhen']),
      })),
      ownItems: [],
      ownMilestones: [],
      tasks: own(guide.tasks).map((task) => ({
        id: task.id,
        assignee: task.assignee,
        week: task.week,
        supports: task.supports,
        ...translate(task, locale, ['title']),
      })),
      tools: own(guide.tools).map((tool) => ({
        id: tool.id,
        form: tool.form,
        ...translate(tool, locale, ['name', 'category']),
      })),
    }
  })
  return { edition, parts, steps, former: [] }
}

type ItemRow = Row &
  Omit<GuideItem, 'label' | 'doneWhen' | 'triggersMilestone'> & { label: string; doneWhen: string }

function asItem(item: ItemRow, locale: string, triggers: Set<string>): GuideItem {
  return {
    triggersMilestone: triggers.has(item.id),
    id: item.id,
    essential: item.essential,
    weight: item.weight,
    defaultOwner: item.defaultOwner,
    ...translate(item, locale, ['label', 'doneWhen']),
  }
}
