import type { Sector } from '../../../lib/partners/rules'

/** What sort of organisation a name gives away, in the languages of the sample. */
export const KINDS: readonly [name: RegExp, kind: string][] = [
  [/univer|hochschul|høgskole|høyskole/i, 'university'],
  [/akadem|accadem/i, 'academy'],
  [/škola|schule|skole|college|kool|scuola|escola|school/i, 'vocational school'],
  [/úřad práce|impiego|emprego|arbeitsagentur|intreo/i, 'employment service'],
  [/agentur|agency|arenduskeskus/i, 'development agency'],
  [/město|kommune|comune|município|stadt|gemeinde|council|\bvald\b|landkreis/i, 'local authority'],
  [/komora|kammer|chamber|camera/i, 'chamber'],
  [/muze|muse/i, 'museum'],
  [/spolek|verein|associa|forening|selts/i, 'association'],
  [/hub|kulturhus|centr|centre/i, 'cultural centre'],
  [/studio|atelier|ateliér/i, 'studio'],
]

/** What organisations of a sector bring and expect, told as their coordinators would. */
export const BRINGS: Record<Sector, readonly [string, ...string[]]> = {
  public: [
    'A contact in the regional strategy office and rooms for meetings.',
    'Labour market figures, twice a year.',
  ],
  education_research: [
    'Teachers for short courses, and workshops that stand empty in summer.',
    'Students who look for a real question for their project.',
  ],
  business: [
    'Two days a month of somebody who knows the craft.',
    'Machines that others may use in the evening.',
  ],
  creative_civil: [
    'A place where people like to come, and an audience.',
    'The trust of small players whom nobody else reaches.',
  ],
}

export const EXPECTS: Record<Sector, readonly [string, ...string[]]> = {
  public: ['Results that can be shown to the council.', 'One table instead of five.'],
  education_research: ['Courses that companies really need.', 'Places for traineeships.'],
  business: ['People who can start without half a year of training.', 'A successor.'],
  creative_civil: ['Paid work, not only applause.', 'To be asked early.'],
}

/** Who is often missing in a sector, and why they matter. */
export const MISSING: Record<Sector, readonly [who: string, why: string]> = {
  public: ['The employment service’s training desk', 'It pays for most retraining courses.'],
  education_research: ['An adult education centre', 'It reaches people over forty.'],
  business: ['Somebody who works alone', 'Freelancers teach themselves, and are asked last.'],
  creative_civil: ['A youth initiative', 'The courses are about them, not yet with them.'],
}

/** Names of people who have no account; fictitious, by country. */
export const NAMES: Record<string, readonly [string, ...string[]]> = {
  CZ: ['Věra Hájková', 'Ondřej Zeman', 'Lenka Urbanová', 'Karel Šimek', 'Dana Volfová'],
  AT: ['Ursula Pichler', 'Georg Lechner', 'Martina Haas', 'Franz Eibl', 'Silvia Wagner'],
  NO: ['Solveig Dahl', 'Torstein Vik', 'Marit Lunde', 'Geir Haugen', 'Astrid Moen'],
  IT: ['Chiara Bellandi', 'Sandro Vitali', 'Elena Costa', 'Paolo Mereu', 'Lucia Serra'],
  PT: ['Joana Brandão', 'Miguel Faria', 'Sara Pinheiro', 'Tiago Rebelo', 'Marta Seixas'],
  EE: ['Kadri Tamm', 'Mart Lepik', 'Piret Saar'],
  DE: ['Katrin Sommer', 'Jens Albers', 'Petra Lindner', 'Uwe Hagen', 'Sabine Krüger'],
  IE: ['Niamh Dolan', 'Eoin Carey', 'Sinéad Burke', 'Cathal Lynch', 'Orla Keane'],
}

/** What was heard in a talk. */
export const HEARD: readonly [string, ...string[]] = [
  'They would join if meetings were after working hours.',
  'They need somebody for two days a month and can pay half of it.',
  'They worry that this is one more network. A visible result would convince them.',
  'They offer their hall for the next open evening.',
  'The new director is curious, the old one was not.',
]

export const CIRCLE_REASONS: readonly [string, ...string[]] = [
  'Opens doors to the others.',
  'Without them the small players do not come.',
  'Has the rooms and the machines.',
  'Decides about the money.',
]

export const ACTIONS: readonly [string, ...string[]] = [
  'Invite to the next workshop in person',
  'Send the one-page summary and call a week later',
  'Visit with somebody from another sector',
]
