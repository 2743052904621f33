import { cutByFont, type Face } from '@/lib/report/pdf/fonts'
import { INK, MARGIN, SIZE, WIDTH } from '@/lib/report/pdf/measures'
import type { Pdf, Structure } from '@/lib/report/pdf/write'

interface Wanted {
  tag: 'H1' | 'H2' | 'P'
  text: string
  face?: Face
  size?: number
  color?: string
  before?: number
  after?: number
}

/** Writes a paragraph or a heading over the whole width, and marks it as one. */
export function writeText(pdf: Pdf, parent: Structure, wanted: Wanted): void {
  const { tag, text, face = 'body', size = SIZE.body, color = INK, before = 0, after = 3 } = wanted
  pdf.y += before
  const write = () => {
    pdf.fontSize(size).fillColor(color)
    writeLines(pdf, layLines(pdf, text, WIDTH, face), { face, x: MARGIN, y: pdf.y })
  }
  parent.add(pdf.struct(tag, {}, write))
  pdf.y += after
}

/**
 * A text as the lines it takes in a width, in the size that is set. Signs of one word may stand in
 * two font files, so that words are measured and broken here and not by the library.
 */
export function layLines(pdf: Pdf, text: string, width: number, face: Face): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    let line = ''
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`
      if (line !== '' && measure(pdf, longer, face) > width) {
        lines.push(line)
        line = word
      } else line = longer
    }
    return [...lines, line]
  })
}

/** Height of a line in the size that is set, in points. */
export function lineHeight(pdf: Pdf, face: Face): number {
  return pdf.font(face).currentLineHeight(true)
}

/** Writes lines one below the other, going on to a new page where one ends. */
export function writeLines(
  pdf: Pdf,
  lines: string[],
  { face, x, y }: { face: Face; x: number; y: number },
): void {
  const height = lineHeight(pdf, face)
  let top = y
  for (const line of lines) {
    if (top + height > pdf.page.height - pdf.page.margins.bottom) {
      pdf.continueOnNewPage()
      top = pdf.page.margins.top
    }
    let left = x
    for (const { font, text } of cutByFont(line, face)) {
      pdf.font(font).text(text, left, top, { lineBreak: false })
      left += pdf.widthOfString(text)
    }
    top += height
  }
  pdf.x = MARGIN
  pdf.y = top
}

function measure(pdf: Pdf, text: string, face: Face): number {
  return cutByFont(text, face).reduce(
    (sum, { font, text: part }) => sum + pdf.font(font).widthOfString(part),
    0,
  )
}
