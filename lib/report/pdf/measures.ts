/** Points, of which an inch has 72; A4 is 595 by 842. */
export const MARGIN = 54
export const WIDTH = 595.28 - 2 * MARGIN

export const SIZE = { title: 24, section: 15, body: 10.5, small: 9 } as const

/** The light theme's colours (app/globals.css): paper has no dark one. */
export const INK = '#211c15'
export const MUTED = '#665c4e'
export const LINE = '#e6dccb'
export const PARTS = ['#0b6e69', '#b5460f', '#3f3fb5', '#98225f'] as const
