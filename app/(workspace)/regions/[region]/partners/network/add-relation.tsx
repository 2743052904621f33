import { ActionForm } from '@/components/forms/action-form'
import { KeptSelect } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { useTranslations } from '@/lib/i18n/server'
import type { Network } from '@/lib/network/data'
import { add } from './actions'
import { RelationFields } from './relation-fields'

/** How any two organisations relate, for whoever keeps the list of partners. */
export function AddRelation({ found }: { found: Network }) {
  const { region, names, today } = found
  const t = useTranslations('network')
  return (
    <Card title={t('add.title')} id="add">
      <ActionForm
        action={add}
        requestKey={crypto.randomUUID()}
        className="stack"
        label={t('add.title')}
      >
        <input type="hidden" name="regionId" value={region.id} />
        <div className="relation-fields">
          <KeptSelect id="add-one" name="one" label={t('fields.one')} required>
            <option value="">{t('fields.choose')}</option>
            {names.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </KeptSelect>
          <RelationFields id="add" others={names} today={today} />
        </div>
        <div>
          <Button>{t('add.save')}</Button>
        </div>
      </ActionForm>
    </Card>
  )
}
