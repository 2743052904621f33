import PDFDocument from 'pdfkit'
import type { ReportBlock, ReportDocument } from '@/lib/report/document'
import { drawJourney } from '@/lib/report/pdf/journey'
import { INK, MARGIN, MUTED, SIZE, WIDTH } from '@/lib/report/pdf/measures'
import { readFonts } from '@/lib/report/pdf/fonts'
import { drawTable } from '@/lib/report/pdf/table'
import { writeText } from '@/lib/report/pdf/text'

// The library knows it, its types do not yet.
const UNIVERSAL = 'PDF/UA' as string as 'PDF/A-3'

export type Pdf = PDFKit.PDFDocument
export type Structure = PDFKit.PDFStructureElement

/**
 * A report as PDF with its structure: headings, tables with their headers, the journey with words
 * for it, language and title, fonts within (PDF/UA's demands). Gives the bytes.
 */
export async function writePdf(report: ReportDocument): Promise<Buffer> {
  const pdf = new PDFDocument({
    ...{ size: 'A4', margins: { top: MARGIN, bottom: MARGIN + 14, left: MARGIN, right: MARGIN } },
    ...{ pdfVersion: '1.7', tagged: true, lang: report.language, displayTitle: true },
    ...{ bufferPages: true, subset: UNIVERSAL },
    info: { Title: `${report.title}, ${report.subtitle}`, Creator: 'LEP Journey' },
  })
  for (const [name, bytes] of await readFonts()) pdf.registerFont(name, bytes)
  const bytes = collect(pdf)
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  writeText(pdf, root, { tag: 'H1', text: report.title, face: 'title', size: SIZE.title })
  writeText(pdf, root, { tag: 'P', text: report.subtitle, color: MUTED, after: 10 })
  for (const { title, blocks } of report.sections) {
    const section = pdf.struct('Sect')
    root.add(section)
    if (pdf.y > pdf.page.height - 170) pdf.addPage()
    pdf.outline.addItem(title)
    writeText(pdf, section, {
      tag: 'H2',
      text: title,
      face: 'title',
      size: SIZE.section,
      before: 14,
    })
    for (const block of blocks) writeBlock(pdf, section, block)
    section.end()
  }
  root.end()
  writeFooters(pdf, report.footer)
  pdf.end()
  return bytes
}

function writeBlock(pdf: Pdf, parent: Structure, block: ReportBlock) {
  if (block.kind === 'table') return drawTable(pdf, parent, block)
  if (block.kind === 'journey') return drawJourney(pdf, parent, block)
  writeText(pdf, parent, {
    ...{ tag: 'P', text: block.text, after: 6 },
    ...{ color: block.quiet ? MUTED : INK, size: block.quiet ? SIZE.small : SIZE.body },
  })
}

/** Page numbers are no part of the text: they are marked as of the page alone. */
function writeFooters(pdf: Pdf, footer: string) {
  const { start, count } = pdf.bufferedPageRange()
  for (let index = start; index < start + count; index++) {
    pdf.switchToPage(index)
    const y = pdf.page.height - MARGIN
    pdf.page.margins.bottom = 0
    pdf.markContent('Artifact', { type: 'Pagination' })
    pdf.font('body').fontSize(SIZE.small).fillColor(MUTED)
    pdf.text(footer, MARGIN, y, { lineBreak: false })
    const number = `${index + 1} / ${count}`
    pdf.text(number, MARGIN + WIDTH - pdf.widthOfString(number), y, { lineBreak: false })
    pdf.endMarkedContent()
  }
}

function collect(pdf: Pdf): Promise<Buffer> {
  const parts: Buffer[] = []
  return new Promise((resolve, reject) => {
    pdf.on('data', (part: Buffer) => parts.push(part))
    pdf.on('end', () => resolve(Buffer.concat(parts)))
    pdf.on('error', reject)
  })
}
