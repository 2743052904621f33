import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { createPerson, type Region, viewerOf } from './cast'
import { insert } from './owner'

export interface Organisation {
  id: string
  sector: string
  people: Viewer[]
}

/** Adds organisations with people who speak for them: "business:3" is one with three. */
export async function addRespondents(region: Region, wanted: string[]): Promise<Organisation[]> {
  const organisations: Organisation[] = []
  for (const [at, one] of wanted.entries()) {
    const [sector = '', count = '1'] = one.split(':')
    const id = uuid()
    await insert('partners', {
      ...{ region_id: region.id, id, name: `${region.mark} organisation ${at}`, sector },
      ...{ status: 'engaged', subtype: sector === 'creative_civil' ? 'creative' : '' },
    })
    const people: Viewer[] = []
    for (let i = 0; i < Number(count); i += 1) {
      const userId = await createPerson(`${region.mark} respondent ${at} ${i}`)
      await insert('members', {
        ...{ region_id: region.id, id: uuid(), user_id: userId, role: 'partner', partner_id: id },
      })
      people.push(await viewerOf(userId))
    }
    organisations.push({ id, sector, people })
  }
  return organisations
}
