import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const FILES = {
  body: 'source-sans-3/files/source-sans-3-latin-400-normal.woff',
  bodyMore: 'source-sans-3/files/source-sans-3-latin-ext-400-normal.woff',
  bold: 'source-sans-3/files/source-sans-3-latin-700-normal.woff',
  boldMore: 'source-sans-3/files/source-sans-3-latin-ext-700-normal.woff',
  title: 'bricolage-grotesque/files/bricolage-grotesque-latin-700-normal.woff',
  titleMore: 'bricolage-grotesque/files/bricolage-grotesque-latin-ext-700-normal.woff',
} as const

export type FontName = keyof typeof FILES

/** A typeface comes in two files: what western Europe writes, and what others write beside it. */
export const MORE = { body: 'bodyMore', bold: 'boldMore', title: 'titleMore' } as const

export type Face = keyof typeof MORE

let read: Promise<[FontName, Buffer][]> | undefined

/** The typefaces of the product as bytes, read once a process. */
export function readFonts(): Promise<[FontName, Buffer][]> {
  return (read ??= Promise.all(
    (Object.keys(FILES) as FontName[]).map(async (name): Promise<[FontName, Buffer]> => [
      name,
      await readFile(join(process.cwd(), 'node_modules/@fontsource', FILES[name])),
    ]),
  ))
}

/** Whether a character stands in the first file of a typeface. */
const WESTERN =
  /[\u0000-\u00ff\u0131\u0152\u0153\u02bb\u02bc\u02c6\u02da\u02dc\u2000-\u206f\u20ac\u2122\u2191\u2193\u2212\u2215]/

/** A text cut into stretches that one font file can write. */
export function cutByFont(text: string, face: Face): { font: FontName; text: string }[] {
  const runs: { font: FontName; text: string }[] = []
  for (const sign of text) {
    const font = WESTERN.test(sign) ? face : MORE[face]
    const last = runs.at(-1)
    if (last?.font === font) last.text += sign
    else runs.push({ font, text: sign })
  }
  return runs
}
