import { type Partner, sinceOf } from '@/lib/partners/read'
import type { Standing } from '@/lib/partners/sheet/rules'

/** An organisation as its sheet has it. */
export function standingOf(partner: Partner): Standing {
  const { id, version, name, kind, sector, status, city, website, gains, gainNote } = partner
  const { brings, expects, secondarySectors: also } = partner
  return {
    ...{ id, version, name, kind, sector, status, city, website, gains, gainNote, brings, expects },
    ...{ also, subtype: partner.subtype ?? '', size: partner.size ?? '' },
    ...{ since: sinceOf(partner), micro: partner.microPlayer, bridge: partner.intermediary },
  }
}
