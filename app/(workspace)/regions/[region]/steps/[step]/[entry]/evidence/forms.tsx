import { ActionForm } from '@/components/forms/action-form'
import { KeptDate, KeptFile, KeptText, KeptTextArea } from '@/components/forms/kept-fields'
import { UploadForm } from '@/components/forms/upload-form'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { ACCEPTED_FILES, MAX_FILE_BYTES, type Piece } from '@/lib/evidence/rules'
import type { Flash } from '@/lib/evidence/flash'
import { IDLE } from '@/lib/forms/state'
import { useTranslations } from '@/lib/i18n/server'
import type { Entry } from '@/lib/journey/entry'
import { link, note } from './actions'

/** `flash`: what became of a file that was sent as plain HTML a moment ago. */
type Props = { found: Entry; piece?: Piece; flash?: Flash | null }

/** A form for each kind; all of them work as plain HTML. */
export function AddForms({ found, flash }: Props) {
  const t = useTranslations('evidence')
  return (
    <div className="evidence-forms">
      <Disclosure summary={t('addNote')}>
        <NoteForm found={found} />
      </Disclosure>
      <Disclosure summary={t('addLink')}>
        <LinkForm found={found} />
      </Disclosure>
      <Disclosure summary={t('addFile')} open={flash?.replaces === null}>
        <FileForm found={found} flash={flash} />
      </Disclosure>
    </div>
  )
}

/** The form that puts a newer piece of the same kind in an older one's place. */
export function ReplaceForm({ found, piece, flash }: Props & { piece: Piece }) {
  if (piece.kind === 'note') return <NoteForm found={found} piece={piece} />
  if (piece.kind === 'link') return <LinkForm found={found} piece={piece} />
  return <FileForm found={found} piece={piece} flash={flash} />
}

function NoteForm({ found, piece }: Props) {
  const t = useTranslations('evidence')
  return (
    <ActionForm action={note} requestKey={crypto.randomUUID()} className="stack">
      <Place found={found} piece={piece} />
      <KeptTextArea
        id={idFor('words', 'note', piece)}
        name="words"
        label={t('words')}
        defaultValue={piece?.words ?? ''}
        maxLength={2000}
        required
      />
      <Day found={found} kind="note" piece={piece} />
      <Submit piece={piece} />
    </ActionForm>
  )
}

function LinkForm({ found, piece }: Props) {
  const t = useTranslations('evidence')
  return (
    <ActionForm action={link} requestKey={crypto.randomUUID()} className="stack">
      <Place found={found} piece={piece} />
      <KeptText
        id={idFor('url', 'link', piece)}
        name="url"
        type="url"
        inputMode="url"
        label={t('url')}
        hint={t('urlHint')}
        defaultValue={piece?.url ?? ''}
        maxLength={2000}
        required
      />
      <Shows kind="link" piece={piece} />
      <Day found={found} kind="link" piece={piece} />
      <Submit piece={piece} />
    </ActionForm>
  )
}

function FileForm({ found, piece, flash }: Props) {
  const t = useTranslations('evidence')
  const forms = useTranslations('forms')
  const isMine = flash && flash.replaces === (piece?.id ?? null)
  return (
    <UploadForm
      url={`/api/evidence/${found.region.slug}`}
      requestKey={crypto.randomUUID()}
      className="stack"
      initial={isMine ? flash.state : IDLE}
      mostBytes={MAX_FILE_BYTES}
      words={{
        checkFields: forms('checkFields'),
        tooLarge: forms('faults.fileTooLarge'),
        sending: t('sending'),
        notArrived: t('notArrived'),
      }}
    >
      <Place found={found} piece={piece} />
      <KeptFile
        id={idFor('file', 'file', piece)}
        name="file"
        label={t('file')}
        hint={t('fileHint')}
        accept={ACCEPTED_FILES}
        required
      />
      <Shows kind="file" piece={piece} />
      <Day found={found} kind="file" piece={piece} />
      <Submit piece={piece} />
    </UploadForm>
  )
}

function Shows({ kind, piece }: { kind: string; piece?: Piece | undefined }) {
  const t = useTranslations('evidence')
  const forms = useTranslations('forms')
  return (
    <KeptText
      id={idFor('words', kind, piece)}
      name="words"
      label={t('shows')}
      aside={forms('optional')}
      defaultValue={piece?.words ?? ''}
      maxLength={200}
    />
  )
}

function Day({ found, kind, piece }: { found: Entry; kind: string; piece?: Piece | undefined }) {
  const t = useTranslations('evidence')
  return (
    <KeptDate
      id={idFor('day', kind, piece)}
      name="datedOn"
      label={t('datedOn')}
      hint={t('datedOnHint')}
      defaultValue={piece?.datedOn ?? found.today}
      max={found.today}
    />
  )
}

function Submit({ piece }: { piece?: Piece | undefined }) {
  const t = useTranslations('evidence')
  return (
    <div>
      <Button size="small">{t(piece ? 'replace' : 'add')}</Button>
    </div>
  )
}

function Place({ found, piece }: { found: Entry; piece?: Piece | undefined }) {
  return (
    <>
      <input type="hidden" name="regionId" value={found.region.id} />
      <input type="hidden" name="entry" value={found.id} />
      {piece && (
        <>
          <input type="hidden" name="replaces" value={piece.id} />
          <input type="hidden" name="version" value={piece.version} />
        </>
      )}
    </>
  )
}

function idFor(field: string, kind: string, piece: Piece | undefined) {
  return `evidence-${kind}-${field}-${piece?.id ?? 'new'}`
}
