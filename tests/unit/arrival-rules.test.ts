import { describe, expect, test } from 'vitest'
import { arrivalOf } from '@/lib/auth/arrival/rules'
import type { Membership, ProgrammeRole, RegionRole } from '@/lib/auth/rules'

const place = (role: RegionRole, slug = 'dolni-kraj'): Membership => ({
  ...{ regionId: slug, slug, name: slug, role },
  partnerId: role === 'partner' ? 'brewery' : null,
})

function arrive(memberships: Membership[], programmeRole: ProgrammeRole | null = null) {
  return arrivalOf({ memberships, programmeRole })
}

describe('people arrive', () => {
  test.each(['coordinator', 'observer'] as const)('%ss at the journey of their region', (role) => {
    expect(arrive([place(role)])).toBe('/regions/dolni-kraj')
  })

  test('partners at what waits for them', () => {
    expect(arrive([place('partner')])).toBe('/my')
  })

  test('whoever is at home in several regions at what waits in all of them', () => {
    expect(arrive([place('coordinator'), place('partner', 'prague')])).toBe('/my')
  })

  test('programme staff at the comparison, administrators at people and regions', () => {
    expect(arrive([], 'staff')).toBe('/compare')
    expect(arrive([], 'admin')).toBe('/admin')
  })

  test('staff who also coordinate a region there', () => {
    expect(arrive([place('coordinator')], 'staff')).toBe('/regions/dolni-kraj')
  })

  test('whoever has no place yet at the page that says so', () => {
    expect(arrive([])).toBe('/my')
  })
})
