import type { ReportBlock } from '@/lib/report/document'
import { INK, LINE, MARGIN, MUTED, SIZE, WIDTH } from '@/lib/report/pdf/measures'
import { layLines, lineHeight, writeLines } from '@/lib/report/pdf/text'
import type { Pdf, Structure } from '@/lib/report/pdf/write'

const GAP = 10
const PAD = 4

type Table = Extract<ReportBlock, { kind: 'table' }>

/** Draws a table with its header on every page it goes over, each cell marked as what it is. */
export function drawTable(pdf: Pdf, parent: Structure, { caption, head, rows }: Table): void {
  const table = pdf.struct('Table', { title: caption })
  parent.add(table)
  const widths = shareWidth(head, rows)
  pdf.y += 4
  drawRow(pdf, table, { cells: head, widths, isHead: true })
  for (const cells of rows) {
    if (pdf.y + rowHeight(pdf, cells, widths) > pdf.page.height - MARGIN - 20) {
      pdf.addPage()
      drawRow(pdf, table, { cells: head, widths, isHead: true })
    }
    drawRow(pdf, table, { cells, widths, isHead: false })
  }
  table.end()
  pdf.y += 8
}

/** Columns get room by what stands in them, none less than a tenth. */
function shareWidth(head: string[], rows: string[][]): number[] {
  const longest = head.map((cell, column) =>
    Math.min(46, Math.max(cell.length, 8, ...rows.map((row) => row[column]?.length ?? 0))),
  )
  const sum = longest.reduce((total, length) => total + length, 0)
  const room = WIDTH - GAP * (head.length - 1)
  return longest.map((length) => (room * length) / sum)
}

function rowHeight(pdf: Pdf, cells: string[], widths: number[]): number {
  pdf.fontSize(SIZE.small + 0.5)
  const counts = cells.map((cell, at) => layLines(pdf, cell, widths[at] ?? WIDTH, 'bold').length)
  return Math.max(...counts) * lineHeight(pdf, 'bold') + 2 * PAD
}

interface Row {
  cells: string[]
  widths: number[]
  isHead: boolean
}

function drawRow(pdf: Pdf, table: Structure, { cells, widths, isHead }: Row): void {
  const top = pdf.y
  const height = rowHeight(pdf, cells, widths)
  const row = pdf.struct('TR')
  table.add(row)
  let x = MARGIN
  cells.forEach((cell, index) => {
    const width = widths[index] ?? WIDTH
    const isName = isHead || index === 0
    const place = { face: isName ? ('bold' as const) : ('body' as const), x, y: top + PAD }
    const write = () => {
      pdf.fontSize(SIZE.small + 0.5).fillColor(isHead ? MUTED : INK)
      writeLines(pdf, layLines(pdf, cell || '–', width, place.face), place)
    }
    const scope = isHead ? 'Column' : 'Row'
    row.add(pdf.struct(isName ? 'TH' : 'TD', isName ? scoped(scope) : {}, write))
    x += width + GAP
  })
  row.end()
  pdf.markContent('Artifact', { type: 'Layout' })
  pdf
    .moveTo(MARGIN, top + height)
    .lineTo(MARGIN + WIDTH, top + height)
    .lineWidth(isHead ? 1 : 0.5)
    .strokeColor(isHead ? MUTED : LINE)
    .stroke()
  pdf.endMarkedContent()
  pdf.x = MARGIN
  pdf.y = top + height
}

/** Which cells a header speaks for: the library knows it, its types do not yet. */
function scoped(scope: 'Column' | 'Row'): PDFKit.Mixins.StructureElementOptions {
  return { scope } as PDFKit.Mixins.StructureElementOptions
}
