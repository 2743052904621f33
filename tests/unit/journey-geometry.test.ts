import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  evenDash,
  isWalked,
  progressDash,
  tall,
  tallCurve,
  tallPoints,
  wide,
  wideCurve,
  widePoints,
} from '../../components/journey/geometry'
import type { Station, StationState } from '../../components/journey/station'

const css = readFileSync(new URL('../../components/journey/journey.css', import.meta.url), 'utf8')

function stationIn(state: StationState): Station {
  return {
    slug: state,
    number: 1,
    title: state,
    part: 1,
    state,
    stateLabel: state,
    label: state,
    progress: 50,
  }
}

describe('the journey drawing', () => {
  it('places stations in the style sheet where the line passes', () => {
    const placed = [
      ...css.matchAll(/data-number='(\d)'\] \{\s*--x: (\d+)px;\s*--y: (\d+)px;/g),
    ].map(([, number, x, y]) => ({ number: Number(number), x: Number(x), y: Number(y) }))
    const drawn = wide.y.map((y, index) => ({ number: index + 1, x: tall.x[index], y }))
    expect(placed).toEqual(drawn)
    expect(css).toContain(`grid-template: ${wide.height}px / repeat(8, minmax(0, 1fr))`)
    expect(css).toContain(`width: ${tall.width}px;`)
  })

  it('keeps every station and its halo inside the drawing', () => {
    const reach = 38
    for (const { y } of widePoints()) {
      expect(y).toBeGreaterThanOrEqual(reach)
      expect(y).toBeLessThanOrEqual(wide.height - reach)
    }
    for (const { x } of tallPoints()) {
      expect(x).toBeGreaterThanOrEqual(reach)
      expect(x).toBeLessThanOrEqual(tall.width - 33)
    }
  })

  it('winds: wide stations turn from low to high and back', () => {
    wide.y.slice(1).forEach((y, index) => {
      const isRising = index % 2 === 0
      expect(y < (wide.y[index] ?? 0)).toBe(isRising)
    })
  })

  it('starts and ends each curve at its stations', () => {
    const [from, to] = [
      { x: 0, y: 10 },
      { x: 100, y: 90 },
    ]
    expect(wideCurve(from, to)).toBe('M0 10C48 10 52 90 100 90')
    expect(tallCurve({ x: 10, y: 0 }, { x: 90, y: 100 })).toBe('M10 0C10 48 90 52 90 100')
  })
})

describe('isWalked', () => {
  it.each<[StationState, StationState, boolean]>([
    ['reached', 'in_progress', true],
    ['confirmed', 'reached', true],
    ['sustained', 'sustained', true],
    ['reached', 'not_started', false],
    ['in_progress', 'reached', false],
    ['not_started', 'reached', false],
  ])('from %s to %s: %s', (from, to, expected) => {
    expect(isWalked(stationIn(from), stationIn(to))).toBe(expected)
  })
})

describe('dashes', () => {
  it('shows no arc for nothing and never more than the whole', () => {
    expect(progressDash(0, 10)).toBeNull()
    expect(progressDash(-5, 10)).toBeNull()
    expect(progressDash(25, 10)).toBe('15.71 62.83')
    expect(progressDash(140, 10)).toBe('62.83 62.83')
  })

  it('closes a circle evenly', () => {
    const [dash = 0, gap = 0] = evenDash(24, 18, 0.58).split(' ').map(Number)
    expect((dash + gap) * 18).toBeCloseTo(2 * Math.PI * 24, 0)
  })
})
