'use client'

import { Table } from '@/components/ui/table'
import type { Point } from './progress-drawing'

type Props = { points: Point[]; words: { name: string; month: string; value: string } }

/** The drawing's numbers, from the same points. */
export function ProgressTable({ points, words }: Props) {
  return (
    <Table id="progress" caption={words.name}>
      <thead>
        <tr>
          <th scope="col">{words.month}</th>
          <th scope="col">{words.value}</th>
        </tr>
      </thead>
      <tbody>
        {points.map(({ day, date, percent }) => (
          <tr key={day}>
            <th scope="row">
              <time dateTime={day}>{date}</time>
            </th>
            <td>{percent}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
