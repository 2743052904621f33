import { ImageResponse } from 'next/og'
import type { CSSProperties } from 'react'
import type { CelebrationCard } from '@/lib/celebrate/data'
import { family, readFonts } from '@/lib/celebrate/fonts'
import { drawable, subsetsFor } from '@/lib/celebrate/rules'
import { fromDay } from '@/lib/dates/days'
import type { Locale } from '@/lib/i18n/locales'
import { voiceOf } from '@/lib/i18n/voice'
import { isReached } from '@/lib/journey/rules'

// The tokens of app/globals.css in light: a picture has no theme.
const PARTS = ['#0b6e69', '#b5460f', '#3f3fb5', '#98225f'] as const
const SOFT = ['#dcecea', '#fbebe0', '#e4e4f7', '#f6e0ec'] as const
const [PAPER, INK, MUTED, LINE] = ['#fbf7ef', '#211c15', '#665c4e', '#cfc3ae'] as const

interface CardWords {
  reached: string
  since: string
  part: string
}

/** The picture of a reached step in a language, 1200 × 630, as the bytes of a PNG. */
export async function drawCard(card: CelebrationCard, locale: Locale): Promise<ArrayBuffer> {
  const { translator, format } = await voiceOf(locale)
  const t = translator('celebrate')
  const { step, since } = card.celebration
  const words = {
    reached: t('card.reached', { n: step.number }),
    since: t('card.since', { day: format.dateTime(fromDay(since), { dateStyle: 'long' }) }),
    part: t('card.part', { n: step.part, part: card.part }),
  }
  const text = drawable([...Object.values(words), step.title, card.region.name].join(' '))
  const drawn = new ImageResponse(<Drawing card={card} words={words} />, {
    ...{ width: 1200, height: 630, fonts: await readFonts(subsetsFor(text)) },
  })
  // Read whole, so that a drawing that fails is an error and no half of a file.
  return drawn.arrayBuffer()
}

/** What, who, since when, and the way so far. */
function Drawing({ card, words }: { card: CelebrationCard; words: CardWords }) {
  const { step } = card.celebration
  const colour = PARTS[step.part - 1] ?? INK
  const title = drawable(step.title)
  const region = drawable(card.region.name)
  return (
    <div
      style={{
        ...{ display: 'flex', flexDirection: 'column', justifyContent: 'space-between' },
        ...{ width: '100%', height: '100%', padding: '56px 64px 52px' },
        ...{ backgroundColor: PAPER, color: INK, fontFamily: family('Source') },
      }}
    >
      <div style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center' }}>
        <div
          style={{
            ...{ display: 'flex', padding: '8px 22px 10px', borderRadius: 999, fontSize: 30 },
            ...{ backgroundColor: SOFT[step.part - 1], color: colour },
            fontFamily: family('Strong'),
          }}
        >
          {drawable(words.reached)}
        </div>
        <div style={{ display: 'flex', fontSize: 26, color: MUTED }}>LEP Journey</div>
      </div>
      <div style={{ display: 'flex', flexDirection: 'column' }}>
        <Lines size={sizeOf(title, 68, 30)} lines={2}>
          {title}
        </Lines>
        <div
          style={{
            ...{ display: 'block', marginTop: 26, lineClamp: 2, fontSize: sizeOf(region, 42, 46) },
            ...{ lineHeight: 1.2, color: colour, fontFamily: family('Strong') },
          }}
        >
          {region}
        </div>
        <div style={{ display: 'flex', marginTop: 14, fontSize: 28, color: MUTED }}>
          {drawable(`${words.since} · ${words.part}`)}
        </div>
      </div>
      <Line stations={card.stations} />
    </div>
  )
}

function Lines(props: { size: number; lines: number; children: string }) {
  return (
    <div
      style={{
        ...{ display: 'block', lineClamp: props.lines, fontSize: props.size },
        ...{ lineHeight: 1.12, letterSpacing: '-0.02em', fontFamily: family('Bricolage') },
      }}
    >
      {props.children}
    </div>
  )
}

/** Letters shrink where a text is longer than fits one line at full size, down to two thirds. */
function sizeOf(text: string, full: number, fits: number): number {
  return Math.round(Math.max(full * 0.66, Math.min(full, (full * fits * 1.7) / text.length)))
}

/** The eight stations: filled with a tick where reached, a ring with a number where not. */
function Line({ stations }: Pick<CelebrationCard, 'stations'>) {
  return (
    <div style={{ display: 'flex', alignItems: 'center' }}>
      {stations.map(({ number, state, part }, index) => {
        const colour = PARTS[part - 1] ?? INK
        const isThere = isReached(state)
        const before = stations[index - 1]
        const walked = isThere && before !== undefined && isReached(before.state)
        return (
          <div key={number} style={{ display: 'flex', alignItems: 'center', flexGrow: index && 1 }}>
            {index > 0 && (
              <div
                style={{
                  ...{ display: 'flex', flexGrow: 1, height: 6 },
                  backgroundColor: walked ? colour : LINE,
                }}
              />
            )}
            <div style={stationStyle(colour, isThere, state === 'in_progress')}>
              {isThere ? (
                <svg width="34" height="34" viewBox="0 0 24 24">
                  <path
                    d="M5 12.5l4.5 4.5L19 7.5"
                    {...{ fill: 'none', stroke: PAPER, strokeWidth: 3.2 }}
                    {...{ strokeLinecap: 'round', strokeLinejoin: 'round' }}
                  />
                </svg>
              ) : (
                `${number}`
              )}
            </div>
          </div>
        )
      })}
    </div>
  )
}

function stationStyle(colour: string, isThere: boolean, begun: boolean): CSSProperties {
  return {
    ...{ display: 'flex', alignItems: 'center', justifyContent: 'center' },
    ...{ width: 62, height: 62, borderRadius: 31, fontSize: 26, color: colour },
    border: `4px ${begun || isThere ? 'solid' : 'dashed'} ${colour}`,
    backgroundColor: isThere ? colour : PAPER,
  }
}
