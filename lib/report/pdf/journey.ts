import type { ReportBlock, ReportStation } from '@/lib/report/document'
import { INK, LINE, MARGIN, PARTS, SIZE, WIDTH } from '@/lib/report/pdf/measures'
import type { Pdf, Structure } from '@/lib/report/pdf/write'

const RADIUS = 9

type Journey = Extract<ReportBlock, { kind: 'journey' }>

/** Draws the eight stations on their line; the states differ in shape as well as in colour. */
export function drawJourney(pdf: Pdf, parent: Structure, { alt, stations }: Journey): void {
  const top = pdf.y + 6
  const middle = top + RADIUS + 4
  const step = WIDTH / stations.length
  const figure = pdf.struct('Figure', { alt }, () => {
    pdf.lineWidth(2).strokeColor(LINE)
    pdf
      .moveTo(MARGIN + step / 2, middle)
      .lineTo(MARGIN + WIDTH - step / 2, middle)
      .stroke()
    stations.forEach((station, index) => {
      drawStation(pdf, station, { x: MARGIN + step * (index + 0.5), y: middle })
    })
  })
  parent.add(figure)
  pdf.x = MARGIN
  pdf.y = middle + RADIUS + 22
}

function drawStation(
  pdf: Pdf,
  { state, part, number }: ReportStation,
  { x, y }: { x: number; y: number },
) {
  const color = PARTS[part - 1] ?? INK
  const isReached = state !== 'not_started' && state !== 'in_progress'
  pdf.circle(x, y, RADIUS).lineWidth(2)
  if (isReached) pdf.fillAndStroke(color, color)
  else pdf.fillAndStroke('#ffffff', state === 'in_progress' ? color : LINE)
  if (state === 'in_progress') {
    const r = RADIUS - 3
    pdf.path(`M ${x} ${y - r} A ${r} ${r} 0 0 0 ${x} ${y + r} Z`).fill(color)
  }
  if (state === 'confirmed' || state === 'sustained') {
    pdf.lineWidth(1.8).strokeColor('#ffffff')
    pdf
      .moveTo(x - 4, y)
      .lineTo(x - 1, y + 3.5)
      .lineTo(x + 4.5, y - 3.5)
      .stroke()
  }
  if (state === 'sustained')
    pdf
      .circle(x, y, RADIUS + 3)
      .lineWidth(1)
      .strokeColor(color)
      .stroke()
  pdf.font('bold').fontSize(SIZE.small).fillColor(INK)
  const text = String(number)
  pdf.text(text, x - pdf.widthOfString(text) / 2, y + RADIUS + 5, { lineBreak: false })
}
