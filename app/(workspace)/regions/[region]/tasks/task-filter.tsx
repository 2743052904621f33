import { Button, LinkButton } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { useTranslations } from '@/lib/i18n/server'
import type { TaskList } from '@/lib/tasks/data'
import { TASK_STATES } from '@/lib/tasks/rules'
import { DUE, type TaskFilter } from '@/lib/tasks/schema'

/** A plain form whose answers stand in the address. */
export function TaskFilterForm({
  found,
  filter,
  home,
}: {
  found: TaskList
  filter: TaskFilter
  home: string
}) {
  const t = useTranslations('tasks')
  const { guide, partners, people } = found
  const all = <option value="">{t('filter.all')}</option>
  return (
    <form action={home} role="search" aria-label={t('filter.label')} className="filter-form">
      {filter.view === 'board' && <input type="hidden" name="view" value="board" />}
      <TextField name="q" type="search" label={t('filter.search')} defaultValue={filter.q ?? ''} />
      <SelectField name="state" label={t('filter.state')} defaultValue={filter.state ?? ''}>
        <option value="">{t(filter.view === 'board' ? 'filter.any' : 'filter.unfinished')}</option>
        <option value="check">{t('filter.check')}</option>
        {TASK_STATES.map((state) => (
          <option key={state} value={state}>
            {t(`state.${state}`)}
          </option>
        ))}
        <option value="all">{t('filter.any')}</option>
        <option value="aside">{t('filter.aside')}</option>
      </SelectField>
      <SelectField name="step" label={t('filter.step')} defaultValue={filter.step ?? ''}>
        {all}
        {guide.steps.map(({ slug, number, title }) => (
          <option key={slug} value={slug}>
            {number}. {title}
          </option>
        ))}
      </SelectField>
      <SelectField name="partner" label={t('filter.partner')} defaultValue={filter.partner ?? ''}>
        {all}
        {partners.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField name="person" label={t('filter.person')} defaultValue={filter.person ?? ''}>
        {all}
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField name="due" label={t('filter.due')} defaultValue={filter.due ?? ''}>
        {all}
        {DUE.map((due) => (
          <option key={due} value={due}>
            {t(`due.${due}`)}
          </option>
        ))}
      </SelectField>
      <div className="cluster">
        <Button tone="quiet">{t('filter.apply')}</Button>
        <LinkButton tone="plain" href={filter.view === 'board' ? `${home}?view=board` : home}>
          {t('filter.clear')}
        </LinkButton>
      </div>
    </form>
  )
}
