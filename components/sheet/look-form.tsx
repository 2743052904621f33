import { ActionForm, type FormAction } from '@/components/forms/action-form'
import { SheetFile } from '@/components/sheet/sheet-file'
import { SheetPreview } from '@/components/sheet/sheet-preview'
import { Button } from '@/components/ui/button'
import { useTranslations } from '@/lib/i18n/server'

interface Props {
  /** Shows what the file would change, and saves what was shown. */
  look: FormAction
  keep: FormAction
  regionId: string
  hint: string
  /** What a row is about. */
  what: string
}

/** A sheet to bring: chosen, looked at, and saved once it is as it should be. */
export function LookForm({ look, keep, regionId, hint, what }: Props) {
  const t = useTranslations('sheet')
  const forms = useTranslations('forms')
  return (
    <ActionForm
      action={look}
      className="stack"
      keepsDraft={false}
      after={
        <SheetPreview
          action={keep}
          regionId={regionId}
          requestKey={crypto.randomUUID()}
          words={{
            ...{ title: t('preview.title'), row: t('preview.row'), what },
            ...{ changes: t('preview.changes'), faults: t('preview.faults') },
            keep: t('preview.keep'),
          }}
        />
      }
    >
      <input type="hidden" name="regionId" value={regionId} />
      <SheetFile label={t('import.file')} hint={hint} tooLarge={forms('faults.sheetTooLarge')} />
      <div className="cluster">
        <Button>{t('import.look')}</Button>
      </div>
    </ActionForm>
  )
}
