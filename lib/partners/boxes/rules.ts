import type { Gain, Sector } from '../rules'

/** Forms send several of a few as boxes, each under a name of its own. */
export const GAIN_BOXES = {
  gainVisibility: 'visibility',
  gainFunding: 'funding',
  gainNetworking: 'networking',
  gainLearning: 'learning',
} as const satisfies Record<string, Gain>

export const SECTOR_BOXES = {
  alsoPublic: 'public',
  alsoEducation: 'education_research',
  alsoBusiness: 'business',
  alsoCreative: 'creative_civil',
} as const satisfies Record<string, Sector>

type Boxes<Names extends string> = Record<Names, boolean>

/** What an organisation gains, of the boxes that were ticked. */
export function gainsOf(boxes: Boxes<keyof typeof GAIN_BOXES>): Gain[] {
  return valuesOf(GAIN_BOXES, boxes)
}

/** Its further sectors; the one in which it joins is not among them. */
export function secondarySectorsOf(
  boxes: Boxes<keyof typeof SECTOR_BOXES>,
  primary: Sector,
): Sector[] {
  return valuesOf(SECTOR_BOXES, boxes).filter((sector) => sector !== primary)
}

/** The boxes as they are ticked for some values. */
export function boxesOf(
  gains: readonly Gain[],
  sectors: readonly Sector[],
): Boxes<keyof typeof GAIN_BOXES | keyof typeof SECTOR_BOXES> {
  return { ...ticked(GAIN_BOXES, gains), ...ticked(SECTOR_BOXES, sectors) }
}

function valuesOf<Name extends string, Value>(
  names: Record<Name, Value>,
  boxes: Boxes<Name>,
): Value[] {
  return (Object.keys(names) as Name[]).filter((name) => boxes[name]).map((name) => names[name])
}

function ticked<Name extends string, Value>(
  names: Record<Name, Value>,
  values: readonly Value[],
): Boxes<Name> {
  const entries = (Object.keys(names) as Name[]).map((name) => [name, values.includes(names[name])])
  return Object.fromEntries(entries) as Boxes<Name>
}
