import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { fromDay } from '@/lib/dates/days'
import { dayIn } from '@/lib/dates/rules'
import { Denial } from '@/lib/errors'
import { getGuide } from '@/lib/guidebook/data'
import type { Guide } from '@/lib/guidebook/rules'
import { projectRegion } from '@/lib/journey/projection/rules'
import { canSetUpRegions } from '@/lib/people/access/rules'
import { keepInvitation, refuseFlood, send, type Invited } from '@/lib/people/invitations'
import { noteProgramme } from '@/lib/people/programme/log'
import { timeZoneOf, toSlug } from '@/lib/regions/places/rules'
import type { CreateRegion } from '@/lib/regions/schema'

const COORDINATOR = { role: 'coordinator' as const, partnerId: null }

/**
 * Sets up a region on the newest edition with an empty journey, and invites its first coordinator
 * if an address is given (`invited` is null if none is). Throws Denial: not-found to all but staff
 * and administrators; faults of slug (taken, required) and timeZone.
 */
export async function createRegion(
  viewer: Viewer,
  input: CreateRegion,
): Promise<{ id: string; slug: string; invited: Invited | null }> {
  requireProgramme(viewer)
  const { coordinator: email, locale } = input
  if (email) await refuseFlood(viewer)
  const kept = await asViewer(viewer, async (db) => {
    const region = await keepRegion(db, input)
    const { id: regionId, slug, name, country } = region
    await db.activity.createMany({
      data: [
        {
          ...{ regionId, actorId: viewer.userId, kind: 'region.created', subject: slug },
          after: { name, slug, country },
        },
      ],
    })
    await noteProgramme(db, viewer, {
      kind: 'region.created',
      subject: regionId,
      after: { name, slug },
    })
    const invitation = email
      ? await keepInvitation(db, viewer, { regionId, email, seat: COORDINATOR })
      : null
    return { region, invitation }
  })
  const { region, invitation } = kept
  const invited = invitation
    ? await send(viewer, {
        ...invitation,
        email,
        locale,
        region,
        organisation: null,
        role: 'coordinator',
      })
    : null
  return { id: region.id, slug: region.slug, invited }
}

/** To those outside the programme's staff its doors do not exist. */
export function requireProgramme(viewer: Viewer) {
  if (!canSetUpRegions(viewer)) throw new Denial('not-found')
}

async function keepRegion(db: Db, input: CreateRegion) {
  const { name, country, territoryType, startedOn } = input
  const slug = input.slug || toSlug(name)
  if (!slug) throw new Denial('invalid', 'slug:required')
  const timeZone = timeZoneOf(country, input.timeZone)
  if (!timeZone) throw new Denial('invalid', 'timeZone:invalid')
  const edition = await db.edition.findFirstOrThrow({
    orderBy: { number: 'desc' },
    select: { number: true },
  })
  const region = {
    id: uuid(),
    slug,
    name,
    country,
    territoryType,
    timeZone,
    startedOn,
    kind: 'partnership',
  }
  const { firstLanguage, secondLanguage, thirdLanguage } = input
  const languages = [...new Set([firstLanguage, secondLanguage, thirdLanguage])].filter(Boolean)
  const written = await db.region.createMany({
    data: [{ ...region, languages, startedOn: fromDay(startedOn), edition: edition.number }],
    skipDuplicates: true,
  })
  if (written.count === 0) throw new Denial('invalid', 'slug:taken')
  await keepEmptyJourney(db, region, await getGuide(edition.number, 'en', db))
  return region
}

type NewRegion = Omit<Parameters<typeof projectRegion>[0]['region'], 'regionId'> & {
  id: string
  timeZone: string
}

/** The journey's records as the rules give them before anything is entered. */
async function keepEmptyJourney(db: Db, { id, timeZone, ...region }: NewRegion, guide: Guide) {
  const { steps, summary } = projectRegion({
    region: { ...region, regionId: id },
    guide: guide.steps,
    ticks: [],
    milestones: [],
    lastEntryOn: {},
    asOf: dayIn(timeZone, new Date()),
  })
  await db.stepRecord.createMany({
    data: steps.map(({ reachedSince, confirmedSince, ...step }) => ({
      ...step,
      reachedSince: fromDay(reachedSince),
      confirmedSince: fromDay(confirmedSince),
    })),
  })
  const { need, startedOn, lastEntryOn, asOf, ...same } = summary
  await db.regionSummary.createMany({
    data: [
      {
        ...same,
        startedOn: fromDay(startedOn),
        lastEntryOn: fromDay(lastEntryOn),
        asOf: fromDay(asOf),
        ...(need && { need: { ...need } }),
      },
    ],
  })
}
