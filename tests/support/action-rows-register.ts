import type { World } from './cast'

const partners = ({ own }: World) => `/regions/${own.slug}/partners`
const partner = (world: World) => `${partners(world)}/${world.own.partner}`
const coverage = (world: World) => `${partners(world)}/coverage`
const actions = 'app/(workspace)/regions/[region]/partners/actions.ts'
const voices = 'app/(workspace)/regions/[region]/partners/coverage/actions.ts'

const imports = 'app/(workspace)/regions/[region]/partners/import/actions.ts'
const merges = 'app/(workspace)/regions/[region]/partners/merge/actions.ts'

const ofPartner = ({ own }: World) => ({ regionId: own.id, partnerId: own.partner })
const ofVoice = ({ own }: World) => ({ regionId: own.id, id: own.voice, version: '1' })
const asCoordinator = 'coordinator' as const

/** Rows of the server actions about the register of partners. */
export const REGISTER_ACTIONS = {
  [`${actions}#correctDays`]: {
    path: partner,
    fields: ({ own }: World) => ({
      ...{ regionId: own.id, id: own.partner, version: '1', identified: '2025-02-03' },
      ...{ contacted: '', engaged: '', committed: '', left: '' },
    }),
    may: asCoordinator,
  },
  [`${actions}#changeChosen`]: {
    path: partners,
    fields: ({ own }: World) => ({
      ...{ regionId: own.id, entries: `${own.partner}@1`, what: 'status' },
      ...{ status: 'committed', sector: 'public', micro: 'yes' },
    }),
    may: asCoordinator,
  },
  [`${actions}#addPerson`]: {
    path: partner,
    fields: (world: World, word: string) => ({
      ...ofPartner(world),
      ...{ name: word, role: '', email: '', phone: '' },
    }),
    may: 'partner' as const,
  },
  [`${actions}#changePerson`]: {
    path: partner,
    fields: (world: World, word: string) => ({
      ...{ ...ofPartner(world), id: world.own.contact, version: '1' },
      ...{ name: word, role: '', email: '', phone: '' },
    }),
    may: 'partner' as const,
  },
  [`${actions}#removePerson`]: {
    path: partner,
    fields: (world: World) => ({ ...ofPartner(world), id: world.own.contact }),
    may: 'partner' as const,
  },
  [`${voices}#add`]: {
    path: coverage,
    fields: ({ own }: World, word: string) => ({
      ...{ regionId: own.id, sector: 'business', who: word, why: '', seeker: 'coordinator' },
    }),
    may: 'partner' as const,
  },
  [`${voices}#change`]: {
    path: coverage,
    fields: (world: World, word: string) => ({
      ...ofVoice(world),
      ...{ who: word, why: '', seeker: `partner:${world.own.partner}` },
    }),
    may: asCoordinator,
  },
  [`${voices}#find`]: {
    path: coverage,
    fields: (world: World) => ({ ...ofVoice(world), partner: world.own.partner }),
    may: asCoordinator,
  },
  [`${voices}#close`]: { path: coverage, fields: ofVoice, may: asCoordinator },
  [`${voices}#nobody`]: {
    path: coverage,
    fields: ({ own }: World) => ({ regionId: own.id, sector: 'public' }),
    may: asCoordinator,
  },
  // A form cannot send a file as text, so this one is always refused.
  [`${imports}#look`]: {
    path: (world: World) => `${partners(world)}/import`,
    fields: ({ own }: World, word: string) => ({ regionId: own.id, file: word }),
    may: asCoordinator,
  },
  [`${imports}#keep`]: {
    path: (world: World) => `${partners(world)}/import`,
    fields: ({ own }: World, word: string) => ({
      regionId: own.id,
      changes: JSON.stringify([
        { row: 2, id: null, version: null, set: { name: word, sector: 'public' } },
      ]),
    }),
    may: asCoordinator,
  },
  [`${merges}#merge`]: {
    path: (world: World) => `${partners(world)}/merge`,
    fields: ({ own }: World) => ({
      ...{ regionId: own.id, keep: own.partner, keepVersion: '1' },
      ...{ gone: own.otherPartner, goneVersion: '1' },
    }),
    may: asCoordinator,
  },
}
