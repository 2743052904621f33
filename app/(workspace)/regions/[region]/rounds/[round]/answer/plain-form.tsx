import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import type { getSheet } from '@/lib/assessment/answering'
import { useTranslations } from '@/lib/i18n/server'
import { send } from './actions'
import { Notice } from './notice'

type Props = { found: Awaited<ReturnType<typeof getSheet>> }

const LEVELS = [1, 2, 3, 4, 5] as const

/** The whole sheet as one form that any browser can send. */
export function PlainForm({ found: { region, round, asked, hasAnswered } }: Props) {
  const t = useTranslations('answering')
  return (
    <div className="stack">
      <Notice message={round.message} hasAnswered={hasAnswered} />
      <ActionForm action={send} keepsDraft={false} className="stack">
        <input type="hidden" name="regionId" value={region.id} />
        <input type="hidden" name="id" value={round.id} />
        <input type="hidden" name="secret" value={crypto.randomUUID()} />
        {asked.map(({ slug, number, title, statements }) => (
          <fieldset key={slug} className="stack">
            <legend>
              {number}. {title}
            </legend>
            {statements.map(({ id, text, anchors }) => (
              <label key={id} className="field">
                <span className="field-label">{text}</span>
                <select name="answers" className="input" defaultValue="">
                  <option value="">{t('open')}</option>
                  {LEVELS.map((level) => (
                    <option key={level} value={`${id}=${level}`}>
                      {level} {t(`level.${level}`)}: {anchors[level - 1]}
                    </option>
                  ))}
                  <option value={`${id}=0`}>{t('cannotJudge')}</option>
                </select>
              </label>
            ))}
          </fieldset>
        ))}
        <p className="muted">{t('plain')}</p>
        <div>
          <Button>{t('send')}</Button>
        </div>
      </ActionForm>
    </div>
  )
}
