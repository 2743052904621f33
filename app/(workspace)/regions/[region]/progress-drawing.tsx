'use client'

import {
  Area,
  AreaChart,
  CartesianGrid,
  LabelList,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts'

export interface Point {
  /** ISO day, and the same in words: short for the axis, whole for the table. */
  day: string
  label: string
  date: string
  /** 0 to 100, and the same in words. */
  value: number
  percent: string
}

/** One line, labelled at its end; the table beside it holds every number. */
export default function ProgressDrawing({ points }: { points: Point[] }) {
  const last = points.length - 1
  return (
    <ResponsiveContainer width="100%" height="100%">
      <AreaChart
        data={points}
        margin={{ top: 18, right: 40, bottom: 0, left: -18 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="label"
          tickLine={false}
          axisLine={false}
          minTickGap={28}
          stroke="var(--muted)"
          fontSize={13}
        />
        <YAxis
          domain={[0, 100]}
          ticks={[0, 50, 100]}
          tickLine={false}
          axisLine={false}
          stroke="var(--muted)"
          fontSize={13}
          unit=" %"
          width={64}
        />
        <Area
          dataKey="value"
          type="monotone"
          stroke="var(--part-1)"
          strokeWidth={3}
          fill="var(--part-1-soft)"
          isAnimationActive={false}
        >
          <LabelList
            dataKey="value"
            content={({ x, y, value, index }) =>
              index === last ? (
                <text
                  x={Number(x) + 8}
                  y={Number(y) + 5}
                  fill="var(--ink)"
                  fontWeight={700}
                  fontSize={14}
                >
                  {value} %
                </text>
              ) : null
            }
          />
        </Area>
      </AreaChart>
    </ResponsiveContainer>
  )
}
