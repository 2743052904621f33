import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import { useTranslations } from '@/lib/i18n/server'

/** Chooses the edition to compare with; the choice stands in the address. */
export function AgainstForm({ editions, base }: { editions: { number: number }[]; base: number }) {
  const t = useTranslations('editions')
  return (
    <form className="cluster against">
      <SelectField name="against" label={t('against')} defaultValue={String(base)} key={base}>
        {editions.map(({ number }) => (
          <option key={number} value={number}>
            {t('edition', { number })}
          </option>
        ))}
      </SelectField>
      <Button tone="quiet" size="small">
        {t('compare')}
      </Button>
    </form>
  )
}
