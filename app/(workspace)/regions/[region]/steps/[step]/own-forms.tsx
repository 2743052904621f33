import { ActionForm } from '@/components/forms/action-form'
import { KeptText } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { useTranslations } from '@/lib/i18n/server'
import type { RegionJourney } from '@/lib/journey/data'
import { movesOf } from '@/lib/journey/own/rules'
import { archive, move, reword } from './own-actions'

/** Rewording, moving and setting aside what a region has added itself. */
export function OwnForms({ id, found }: { id: string; found: RegionJourney }) {
  const t = useTranslations('step')
  const own = found.region.own.find((entry) => entry.id === id)
  if (!own) return null
  const may = movesOf(found.region.own, own)
  const hidden = (
    <>
      <input type="hidden" name="regionId" value={found.region.id} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={own.version} />
    </>
  )
  return (
    <>
      <ActionForm action={reword} requestKey={crypto.randomUUID()} className="stack">
        {hidden}
        <OwnWords id={id} title={own.title} doneWhen={own.doneWhen} kind={own.kind} />
        <div>
          <Button tone="quiet" size="small">
            {t('own.reword')}
          </Button>
        </div>
      </ActionForm>
      <div className="cluster">
        <ActionForm action={move} requestKey={crypto.randomUUID()} className="cluster">
          {hidden}
          {may.up && (
            <Button tone="quiet" size="small" name="way" value="up">
              {t('own.up')}
            </Button>
          )}
          {may.down && (
            <Button tone="quiet" size="small" name="way" value="down">
              {t('own.down')}
            </Button>
          )}
        </ActionForm>
        <ActionForm action={archive} requestKey={crypto.randomUUID()} className="cluster">
          {hidden}
          <Button tone="quiet" size="small">
            {t('own.archive')}
          </Button>
        </ActionForm>
      </div>
    </>
  )
}

interface WordsProps {
  id: string
  kind: 'item' | 'milestone'
  title?: string
  doneWhen?: string
}

/** The words of an own entry: what it is, and when it counts as done. */
export function OwnWords({ id, kind, title = '', doneWhen = '' }: WordsProps) {
  const t = useTranslations('step')
  return (
    <>
      <KeptText
        id={`title-${id}`}
        name="title"
        label={t(`own.title.${kind}`)}
        defaultValue={title}
        maxLength={200}
      />
      <KeptText
        id={`when-${id}`}
        name="doneWhen"
        label={t(`own.doneWhen.${kind}`)}
        hint={t('own.doneWhenHint')}
        defaultValue={doneWhen}
        maxLength={500}
      />
    </>
  )
}
