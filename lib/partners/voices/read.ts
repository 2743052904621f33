import type { Db } from '@/lib/db/as-viewer'
import type { Sector } from '@/lib/partners/rules'
import type { Voice } from '@/lib/partners/voices/rules'

/** Who is missing in a region, what was found and closed too; the earliest first. */
export async function readVoices(db: Db, regionId: string): Promise<Voice[]> {
  const rows = await db.missingVoice.findMany({
    where: { regionId },
    select: {
      ...{ id: true, sector: true, nobody: true, who: true, why: true, seekerKind: true },
      ...{ seekerPartnerId: true, foundPartnerId: true, notedOn: true, closedOn: true },
      version: true,
    },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ id, sector, nobody, who, why, version, ...row }) => ({
    ...{ id, sector: sector as Sector, nobody, who, why, version },
    seeker: row.seekerKind === 'partner' ? `partner:${row.seekerPartnerId}` : row.seekerKind,
    found: row.foundPartnerId,
    notedOn: row.notedOn.toISOString().slice(0, 10),
    closedOn: row.closedOn?.toISOString().slice(0, 10) ?? null,
  }))
}
