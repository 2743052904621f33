import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { DefinitionList } from '@/components/ui/definition-list'
import { Disclosure } from '@/components/ui/disclosure'
import type { RoundFound } from '@/lib/assessment/data'
import { SPREAD } from '@/lib/assessment/results/rules'
import { isOutOfSight, nextLevel } from '@/lib/assessment/results/rules'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import { Bars } from './bars'
import { MadeOfIt } from './made-of-it'

type Results = NonNullable<RoundFound['results']>
interface Props {
  found: RoundFound
  step: Results['steps'][number]
  comments: Results['comments']
}

/** One step: each statement with what people chose, what it could aim for, and what they said. */
export function StepResult({ found, step, comments }: Props) {
  const t = useTranslations('results')
  const words = useTranslations('words')
  const { asked, result, statements } = step
  const textOf = new Map(asked.statements.map((one) => [one.id, one]))
  const aim = nextLevel(statements)
  const anchor = aim && textOf.get(aim.statement)?.anchors[aim.level - 1]
  const shown = Object.entries(result.groups)
  return (
    <div data-part={asked.part}>
      <Card title={`${asked.number}. ${asked.title}`}>
        <ul role="list" className="rows">
          {statements.map((one) => (
            <li key={one.statement} className="statement-result">
              <div className="stack">
                <p>
                  <strong>{textOf.get(one.statement)?.text}</strong>
                </p>
                <Judged one={one} />
              </div>
              {one.bars ? (
                <Bars bars={one.bars} answers={one.answers ?? 0} />
              ) : (
                one.median === null && <p className="muted">{t('hidden')}</p>
              )}
            </li>
          ))}
        </ul>
        {aim && anchor && (
          <div className="step-aim stack">
            <p>
              <strong>{t('aim')}</strong> {anchor}
            </p>
            <MadeOfIt {...{ found, place: 'aim' }} statement={aim.statement} about={anchor} />
          </div>
        )}
        {shown.length > 0 && (
          <>
            <DefinitionList
              items={shown.map(([sector, group]) => ({
                term: words(`sector.${sector as 'public'}`),
                value: t('group', { level: group.level, people: group.respondents }),
              }))}
            />
            <p className="muted small">{t('groupsNote')}</p>
          </>
        )}
        {comments.length > 0 && (
          <Disclosure summary={t('comments', { count: comments.length })}>
            <p className="muted small">{t('commentsNote')}</p>
            <ul className="stack">
              {comments.map(({ words: said }, index) => (
                <li key={index}>{said}</li>
              ))}
            </ul>
          </Disclosure>
        )}
      </Card>
    </div>
  )
}

/** Where the middle lies, how far apart people are, and how many cannot judge. */
function Judged({ one }: { one: Results['steps'][number]['statements'][number] }) {
  const t = useTranslations('results')
  const format = useFormatter()
  return (
    <p className="cluster small">
      {one.median !== null && <span>{t('median', { level: format.number(one.median) })}</span>}
      {one.agreement && <Chip tone="outline">{t(`spread.${SPREAD[one.agreement]}`)}</Chip>}
      {one.twoCamps && <Chip tone="due">{t('camps')}</Chip>}
      {one.cannotJudge > 0 && (
        <span className="muted">{t('cannotJudge', { share: one.cannotJudge })}</span>
      )}
      {isOutOfSight(one) && <Chip tone="due">{t('outOfSight')}</Chip>}
    </p>
  )
}
