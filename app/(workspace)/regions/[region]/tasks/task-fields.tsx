import {
  KeptCheckbox,
  KeptDate,
  KeptSelect,
  KeptText,
  KeptTextArea,
} from '@/components/forms/kept-fields'
import { useTranslations } from '@/lib/i18n/server'
import { SECTORS } from '@/lib/partners/rules'
import type { TaskDesk } from '@/lib/tasks/data'
import type { Task } from '@/lib/tasks/read'
import { PartnerBoxes } from './partner-boxes'

interface Props {
  desk: TaskDesk
  task: Task | null
  /** Item, milestone or step it is to serve, when the form was opened from there. */
  serves?: string
}

/** What to do, when it counts as done, what it serves and by when. */
export function ContentFields({ desk, task, serves = '' }: Props) {
  const t = useTranslations('tasks')
  const forms = useTranslations('forms')
  const optional = forms('optional')
  return (
    <>
      <KeptText
        name="title"
        label={t('fields.title')}
        defaultValue={task?.title}
        maxLength={200}
        autoComplete="off"
        required
      />
      <KeptTextArea
        name="doneWhen"
        label={t('fields.doneWhen')}
        aside={optional}
        defaultValue={task?.doneWhen}
        rows={2}
        maxLength={1000}
      />
      <KeptSelect
        name="serves"
        label={t('fields.serves')}
        defaultValue={task?.entry ?? task?.step ?? serves}
      >
        <option value="">{t('fields.noServes')}</option>
        {desk.guide.steps.map((step) => (
          <optgroup key={step.slug} label={`${step.number}. ${step.title}`}>
            <option value={step.slug}>{t('fields.wholeStep', { n: step.number })}</option>
            {[...step.items, step.upkeep, ...step.ownItems].map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
            {[...step.milestones, ...step.ownMilestones].map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </optgroup>
        ))}
      </KeptSelect>
      <KeptDate
        name="dueOn"
        label={t('fields.dueOn')}
        aside={optional}
        defaultValue={task?.dueOn ?? ''}
      />
      <KeptText
        name="link"
        label={t('fields.link')}
        aside={optional}
        defaultValue={task?.link}
        inputMode="url"
        placeholder="https://"
        autoComplete="off"
      />
    </>
  )
}

/** Who is asked, whether their tick-off is checked, and whether it comes again. */
export function AskingFields({ desk, task }: Props) {
  const t = useTranslations('tasks')
  const words = useTranslations('words')
  const forms = useTranslations('forms')
  const { partners, people } = desk
  const chosen = new Set(task?.parts.map(({ partnerId }) => partnerId))
  const person = task?.assigneeId ?? task?.parts.find(({ userId }) => userId)?.userId ?? ''
  const forWhom = task?.forKind === 'sector' ? `sector:${task.forSector}` : task?.forKind
  const coordinators = people.filter(({ partnerId }) => partnerId === null)
  return (
    <>
      <KeptSelect
        name="forWhom"
        label={t('fields.forWhom')}
        defaultValue={forWhom ?? 'coordinator'}
      >
        <option value="coordinator">{t('fields.forCoordinator')}</option>
        <option value="partners">{t('fields.forPartners')}</option>
        <option value="any-partner">{t('fields.forAny')}</option>
        {SECTORS.map((sector) => (
          <option key={sector} value={`sector:${sector}`}>
            {words(`sector.${sector}`)}
          </option>
        ))}
      </KeptSelect>
      {partners.length > 0 && (
        <PartnerBoxes
          label={t('fields.partners')}
          hint={t('fields.partnersHint')}
          partners={partners.map(({ id, name }) => ({ id, name, chosen: chosen.has(id) }))}
        />
      )}
      <KeptSelect
        name="person"
        label={t('fields.person')}
        aside={forms('optional')}
        defaultValue={person}
      >
        <option value="">{t('fields.anyone')}</option>
        <optgroup label={t('fields.coordinators')}>
          {coordinators.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </optgroup>
        {partners
          .filter(({ id }) => people.some(({ partnerId }) => partnerId === id))
          .map((partner) => (
            <optgroup key={partner.id} label={partner.name}>
              {people
                .filter(({ partnerId }) => partnerId === partner.id)
                .map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
            </optgroup>
          ))}
      </KeptSelect>
      <KeptCheckbox
        name="skipCheck"
        label={t('fields.skipCheck')}
        defaultChecked={task?.skipCheck}
      />
      <KeptText
        name="repeatMonths"
        type="number"
        min={1}
        max={60}
        label={t('fields.repeatMonths')}
        aside={forms('optional')}
        defaultValue={task?.repeatMonths ?? ''}
      />
    </>
  )
}
