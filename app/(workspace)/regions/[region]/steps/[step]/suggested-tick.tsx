import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { useTranslations } from '@/lib/i18n/server'
import type { RegionJourney } from '@/lib/journey/data'
import type { Suggestion } from '@/lib/suggest/rules'
import { tick as tickAction } from './actions'
import { HiddenFields, type ItemProps } from './hidden-fields'

type Props = Pick<ItemProps, 'found' | 'item' | 'tick' | 'mayTick'>

/** What the tools say of an open item, with the reason; the tick itself stays the reader's. */
export function SuggestedTick({ found, item, tick, mayTick }: Props) {
  const t = useTranslations('step')
  const suggestion = suggestionFor(found, item.id)
  const state = tick?.state ?? 'open'
  if (!suggestion || !mayTick || (state !== 'open' && state !== 'started')) return null
  return (
    <div className="suggested small">
      <p>{t(`suggest.${suggestion.reason}`, suggestion.values)}</p>
      <ActionForm action={tickAction} requestKey={crypto.randomUUID()} label={item.label}>
        <HiddenFields found={found} item={item} tick={tick} />
        <Button tone="quiet" size="small" name="state" value="done">
          {t('suggest.tick')}
        </Button>
      </ActionForm>
    </div>
  )
}

/** The same for a milestone, whose form stands right below. */
export function SuggestedMilestone({ found, id }: { found: RegionJourney; id: string }) {
  const t = useTranslations('step')
  const suggestion = suggestionFor(found, id)
  if (!suggestion) return null
  return (
    <div className="suggested small">
      <p>
        {t(`suggest.${suggestion.reason}`, suggestion.values)} {t('suggest.milestone')}
      </p>
    </div>
  )
}

function suggestionFor({ suggestions }: RegionJourney, id: string): Suggestion | undefined {
  return suggestions.find((suggestion) => suggestion.item === id)
}
