import { isReached, type Station } from './station'

export type Point = { x: number; y: number }

/** The wide drawing: 100 units a column, stretched to the room there is; heights are CSS pixels. */
export const wide = {
  columnWidth: 100,
  height: 348,
  y: [228, 116, 208, 102, 234, 144, 218, 104],
} as const

/** The tall drawing: 100 units a row, stretched to the rows' height; widths are CSS pixels. */
export const tall = {
  rowHeight: 100,
  width: 116,
  x: [40, 76, 62, 38, 56, 80, 62, 42],
} as const

/** Centres of the eight stations in the wide drawing, left to right. */
export function widePoints(): Point[] {
  return wide.y.map((y, index) => ({ x: (index + 0.5) * wide.columnWidth, y }))
}

/** Centres of the eight stations in the tall drawing, top to bottom. */
export function tallPoints(): Point[] {
  return tall.x.map((x, index) => ({ x, y: (index + 0.5) * tall.rowHeight }))
}

/** A curve between two stations that leaves and arrives level, so that neighbours join smoothly. */
export function wideCurve(from: Point, to: Point): string {
  const bend = (to.x - from.x) * 0.48
  return `M${from.x} ${from.y}C${from.x + bend} ${from.y} ${to.x - bend} ${to.y} ${to.x} ${to.y}`
}

/** A curve between two stations that leaves and arrives upright, so that neighbours join smoothly. */
export function tallCurve(from: Point, to: Point): string {
  const bend = (to.y - from.y) * 0.48
  return `M${from.x} ${from.y}C${from.x} ${from.y + bend} ${to.x} ${to.y - bend} ${to.x} ${to.y}`
}

/** Whether the way between two neighbours is walked: the first is reached and the second begun. */
export function isWalked(from: Station, to: Station): boolean {
  return isReached(from) && to.state !== 'not_started'
}

/** Where the line turns from one part's colour to the next one's: midway between two stations. */
export function turnsOf(stations: readonly Station[]): { at: number; part: number }[] {
  const ways = stations.length - 1
  return stations.slice(1).flatMap((to, index) => {
    const from = stations[index]
    if (!from || from.part === to.part) return []
    return [
      { at: round((index + 0.3) / ways), part: from.part },
      { at: round((index + 0.7) / ways), part: to.part },
    ]
  })
}

/** The dash pattern that shows `percent` of a circle's outline, or null when there is nothing to show. */
export function progressDash(percent: number, radius: number): string | null {
  const share = Math.min(100, Math.max(0, percent)) / 100
  if (share === 0) return null
  const around = 2 * Math.PI * radius
  return `${round(around * share)} ${round(around)}`
}

/** A dash pattern that closes a circle evenly: `count` dashes, each as long as `share` of its stride. */
export function evenDash(radius: number, count: number, share: number): string {
  const stride = (2 * Math.PI * radius) / count
  return `${round(stride * share)} ${round(stride * (1 - share))}`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
