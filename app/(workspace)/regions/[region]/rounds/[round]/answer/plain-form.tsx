import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { SelectField, TextArea } from '@/components/ui/field'
import type { getSheet } from '@/lib/assessment/answering'
import { useTranslations } from '@/lib/i18n/server'
import { send } from './actions'
import { Notice } from './notice'

type Sheet = Awaited<ReturnType<typeof getSheet>>

const LEVELS = [1, 2, 3, 4, 5] as const

/** The whole sheet as one form that any browser can send. */
export function PlainForm({ found }: { found: Sheet }) {
  const t = useTranslations('answering')
  const { region, round, asked, hasAnswered, looksBack } = found
  return (
    <div className="stack answer-plain">
      <Notice message={round.message} hasAnswered={hasAnswered} />
      <ActionForm action={send} keepsDraft={false} className="stack">
        {!hasAnswered && (
          <>
            <p className="muted">{t('plain')}</p>
            <input type="hidden" name="regionId" value={region.id} />
            <input type="hidden" name="id" value={round.id} />
            <input type="hidden" name="secret" value={crypto.randomUUID()} />
            {asked.map((step) => (
              <StepFields key={step.slug} step={step} looksBack={looksBack} />
            ))}
            <div>
              <Button>{t('send')}</Button>
            </div>
          </>
        )}
      </ActionForm>
    </div>
  )
}

function StepFields({ step, looksBack }: { step: Sheet['asked'][number]; looksBack: boolean }) {
  const t = useTranslations('answering')
  const { slug, number, title, statements } = step
  return (
    <fieldset className="stack">
      <legend>
        {number}. {title}
      </legend>
      {statements.map(({ id, text, anchors }) => (
        <SelectField key={id} id={id} name="answers" label={text} defaultValue="">
          <option value="">{t('open')}</option>
          {LEVELS.map((level) => (
            <option key={level} value={`${id}=${level}`}>
              {level} {t(`level.${level}`)}: {anchors[level - 1]}
            </option>
          ))}
          <option value={`${id}=0`}>{t('cannotJudge')}</option>
        </SelectField>
      ))}
      {looksBack && (
        <SelectField
          id={`back-${slug}`}
          name="lookBack"
          label={t('lookBack')}
          aside={t('optional')}
          defaultValue=""
        >
          <option value="">{t('noMemory')}</option>
          {LEVELS.map((level) => (
            <option key={level} value={`${slug}=${level}`}>
              {level} {t(`level.${level}`)}
            </option>
          ))}
        </SelectField>
      )}
      <input type="hidden" name="saidOn" value={slug} />
      <TextArea
        id={`said-${slug}`}
        name="said"
        label={t('comment')}
        aside={t('optional')}
        hint={t('commentHint')}
        maxLength={1000}
      />
    </fieldset>
  )
}
