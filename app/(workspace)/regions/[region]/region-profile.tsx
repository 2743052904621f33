import { useFormatter, useTranslations } from '@/lib/i18n/server'
import { Card } from '@/components/ui/card'
import { DefinitionList } from '@/components/ui/definition-list'
import { fromDay } from '@/lib/dates/days'
import type { RegionProfileFacts } from '@/lib/regions/profile'

/** What is known of the partnership itself: forum, goals, challenges, figures, targets, plans. */
export function RegionProfile(props: { profile: RegionProfileFacts; startedOn: string | null }) {
  const t = useTranslations('journey')
  const format = useFormatter()
  const { territory, forum, context, goals, challenges, facts, targets, plans, outlook } =
    props.profile
  const lines = (texts: string[]) =>
    texts.length > 0 && (
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    )
  const figure = (value: string | number) =>
    typeof value === 'number' ? format.number(value) : value
  const items = [
    { term: t('profile.territory'), value: territory },
    { term: t('profile.forum'), value: forum },
    {
      term: t('profile.started'),
      value: props.startedOn && format.dateTime(fromDay(props.startedOn), { dateStyle: 'long' }),
    },
    { term: t('profile.context'), value: context },
    { term: t('profile.goals'), value: lines(goals) || null },
    {
      term: t('profile.challenges'),
      value: lines(challenges.map((c) => `${c.label}: ${c.paraphrase}`)) || null,
    },
    {
      term: t('profile.facts'),
      value: lines(facts.map((f) => `${f.label}: ${figure(f.value)}`)) || null,
    },
    {
      term: t('profile.targets'),
      value: lines(targets.map((x) => `${x.label}: ${figure(x.value)}`)) || null,
    },
    {
      term: t('profile.plans'),
      value: lines(plans.map((p) => (p.date ? `${p.title} (${p.date})` : p.title))) || null,
    },
    { term: t('profile.outlook'), value: lines(outlook) || null },
  ].filter(({ value }) => value)
  if (items.length === 0) return null
  return (
    <Card title={t('profile.title')}>
      <DefinitionList items={items} />
    </Card>
  )
}
