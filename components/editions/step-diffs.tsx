import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { useTranslations } from '@/lib/i18n/server'
import type { GuideEntry, StepDiff } from '@/lib/journey/move/rules'

type Steps = readonly (StepDiff & { number: number; slug: string })[]

interface Props {
  steps: Steps
  to: number
  /** Ids of what a region has recorded and would no longer find in its lists. */
  recorded?: readonly string[]
}

/** What another edition brings to a region's lists: new, changed, dropped, step by step. */
export function StepDiffs({ steps, to, recorded = [] }: Props) {
  const t = useTranslations('editions')
  const dropped = steps.flatMap(({ dropped: list, number }) =>
    list.map((entry) => ({ entry, number })),
  )
  return (
    <>
      <List
        title={t('move.lostTitle', { to })}
        entries={dropped.filter(({ entry }) => recorded.includes(entry.id))}
      />
      <List
        title={t('move.newTitle', { to })}
        entries={steps.flatMap(({ added, number }) => added.map((entry) => ({ entry, number })))}
      />
      <List
        title={t('move.changedTitle', { to })}
        entries={steps.flatMap(({ changed, number }) =>
          changed.map(({ before, after }) => ({
            ...{ entry: after, number },
            more: <Before before={before} after={after} />,
          })),
        )}
      />
      <List
        title={t('move.droppedTitle', { to })}
        entries={dropped.filter(({ entry }) => !recorded.includes(entry.id))}
      />
    </>
  )
}

interface Line {
  entry: GuideEntry
  number: number
  more?: ReactNode
}

function List({ title, entries }: { title: string; entries: Line[] }) {
  const t = useTranslations('editions')
  if (entries.length === 0) return null
  return (
    <Card title={title}>
      <ul role="list" className="rows">
        {entries.map(({ entry, number, more }) => (
          <li key={entry.id}>
            <p className="cluster">
              <strong>{entry.words}</strong>
              {entry.decides && (
                <Chip tone="outline">
                  {t(entry.kind === 'milestone' ? 'facts.gate' : 'facts.essential')}
                </Chip>
              )}
            </p>
            <p className="muted small">
              {t('move.inStep', { number })} · {entry.doneWhen}
            </p>
            {more}
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** What was said before, where it was said in other words. */
function Before({ before, after }: { before: GuideEntry; after: GuideEntry }) {
  const t = useTranslations('editions')
  const was = [
    ...(before.words === after.words ? [] : [before.words]),
    ...(before.doneWhen === after.doneWhen ? [] : [before.doneWhen]),
  ]
  const decides = after.kind === 'milestone' ? 'nowGate' : 'nowEssential'
  return (
    <>
      {before.decides !== after.decides && (
        <p className="small">
          {t(`move.reason.${after.decides ? decides : 'noLonger'}`, { count: 1 })}
        </p>
      )}
      {was.length > 0 && <p className="muted small">{t('move.was', { words: was.join(' ') })}</p>}
    </>
  )
}
