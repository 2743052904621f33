import { ActionForm } from '@/components/forms/action-form'
import { KeptSelect, KeptText, KeptTextArea } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import type { FoundSession } from '@/lib/consensus/data'
import type { Sheet } from '@/lib/consensus/guests'
import { useTranslations } from '@/lib/i18n/server'
import { agree, note } from '../../session/actions'
import { Which } from './which'

type Props = { found: FoundSession; sheet: Sheet }

/** What the room agrees on: a level by its anchor, why, and what shows it. */
export function AgreeForm({ found, sheet }: Props) {
  const t = useTranslations('session')
  const known = found.levels.find(({ statement }) => statement === sheet.id)
  const isAgreed = found.room.phase === 'agreed'
  return (
    <Card title={t('control.agree')}>
      <p className="muted">{t('control.agreeLede')}</p>
      <ActionForm
        key={sheet.id}
        action={agree}
        requestKey={crypto.randomUUID()}
        className="stack"
        keepsDraft={false}
      >
        <Which found={found} />
        <KeptSelect
          name="level"
          label={t('control.anchor')}
          defaultValue={known ? String(known.level) : ''}
        >
          <option value="">{t('door.choose')}</option>
          {sheet.anchors.map((text, index) => (
            <option key={text} value={index + 1}>
              {`${index + 1} · ${text}`}
            </option>
          ))}
        </KeptSelect>
        <KeptTextArea
          name="reason"
          label={t('control.reason')}
          hint={t('control.reasonHint')}
          defaultValue={known?.reason ?? ''}
          maxLength={1000}
        />
        <KeptTextArea
          name="evidence"
          label={t('control.evidence')}
          hint={t('control.evidenceHint')}
          defaultValue={known?.evidence ?? ''}
          maxLength={1000}
        />
        <div>
          <Button tone={found.room.phase === 'shown' ? 'primary' : 'quiet'}>
            {t(isAgreed ? 'control.agreeAgain' : 'control.agreeButton')}
          </Button>
        </div>
      </ActionForm>
    </Card>
  )
}

/** A task that comes of the talk. */
export function TaskForm({ found, sheet }: Props) {
  const t = useTranslations('session')
  return (
    <Disclosure summary={t('control.task')}>
      <ActionForm
        action={note}
        requestKey={crypto.randomUUID()}
        className="stack"
        keepsDraft={false}
      >
        <input type="hidden" name="regionId" value={found.region.id} />
        <input type="hidden" name="serves" value={sheet.step} />
        <KeptText
          name="title"
          label={t('control.taskTitle')}
          hint={t('control.taskHint')}
          maxLength={200}
        />
        <div>
          <Button tone="quiet">{t('control.taskButton')}</Button>
        </div>
      </ActionForm>
    </Disclosure>
  )
}
