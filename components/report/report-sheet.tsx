import { JourneyStrip } from '@/components/journey/journey-strip'
import { Table } from '@/components/ui/table'
import type { ReportBlock, ReportDocument } from '@/lib/report/document'

/** The report as a sheet of paper, in its own language whatever the reader's. */
export function ReportSheet({ report }: { report: ReportDocument }) {
  return (
    <article lang={report.language} className="report-sheet stack stack-wide">
      <header>
        <h2 className="report-title">{report.title}</h2>
        <p className="muted">{report.subtitle}</p>
      </header>
      {report.sections.map(({ id, title, blocks }) => (
        <section key={id} className="stack" aria-labelledby={`report-${id}`}>
          <h3 id={`report-${id}`}>{title}</h3>
          {blocks.map((block, index) => (
            <Block key={index} block={block} id={`report-${id}-${index}`} />
          ))}
        </section>
      ))}
      <footer className="muted small">{report.footer}</footer>
    </article>
  )
}

function Block({ block, id }: { block: ReportBlock; id: string }) {
  if (block.kind === 'words') {
    return <p className={block.quiet ? 'muted small' : undefined}>{block.text}</p>
  }
  if (block.kind === 'journey') {
    // The title says it all in words; the stations' own labels are for larger drawings.
    const stations = block.stations.map((one) => ({ ...one, stateLabel: '', label: '' }))
    return <JourneyStrip stations={stations} title={block.alt} />
  }
  return (
    <Table id={id} caption={block.caption} captionHidden stack>
      <thead>
        <tr>
          {block.head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map(([name, ...cells], row) => (
          <tr key={row}>
            <th scope="row" data-label={block.head[0]}>
              {name}
            </th>
            {cells.map((cell, index) => (
              <td key={index} data-label={block.head[index + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
