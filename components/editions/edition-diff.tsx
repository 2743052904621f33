import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import {
  decisiveChanges,
  type EditionDiff,
  type EditionEntry,
  type EntryChange,
  type EntryKind,
  ENTRY_KINDS,
  isSame,
} from '@/lib/guidebook/edition/rules'
import { useTranslations } from '@/lib/i18n/server'
import { FactLine } from './fact-line'

/** What is new, changed and dropped against an edition, by kind; what decides states comes first. */
export function EditionDiffView({ diff, base }: { diff: EditionDiff; base: number }) {
  const t = useTranslations('editions')
  const { added, changed, dropped, reordered } = diff
  const decisive = decisiveChanges(diff)
  const counts = { added: added.length, changed: changed.length, dropped: dropped.length }
  if (isSame(diff)) {
    return (
      <Card title={t('diff.title', { base })}>
        <p className="muted">{t('diff.same', { base })}</p>
      </Card>
    )
  }
  return (
    <Card title={t('diff.title', { base })}>
      <p>{t('diff.counts', counts)}</p>
      {decisive.length > 0 && (
        <Notice tone="attention" title={t('diff.decisive', { count: decisive.length })}>
          <ul>
            {decisive.map(({ entry, changes }) => (
              <li key={entry.id}>
                {entry.name}
                <dl className="facts">
                  {changes.map((change) => (
                    <FactLine key={change.fact} change={change} />
                  ))}
                </dl>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Group title={t('diff.added', { count: added.length })} entries={added}>
        {(entry) => <EntryName entry={entry} />}
      </Group>
      <Group
        title={t('diff.changed', { count: changed.length })}
        entries={changed.map((change) => ({ ...change.entry, change }))}
      >
        {({ change }) => <ChangedEntry change={change} />}
      </Group>
      <Group title={t('diff.dropped', { count: dropped.length })} entries={dropped}>
        {(entry) => <EntryName entry={entry} />}
      </Group>
      {reordered.length > 0 && (
        <p className="muted small">
          {t('diff.reordered')}{' '}
          {reordered
            .map(({ kind, step }) => (step ? `${step}: ${t(`kinds.${kind}`)}` : t(`kinds.${kind}`)))
            .join('; ')}
        </p>
      )}
    </Card>
  )
}

function Group<E extends EditionEntry>(props: {
  title: string
  entries: E[]
  children: (entry: E) => ReactNode
}) {
  const { title, entries, children } = props
  const t = useTranslations('editions')
  if (entries.length === 0) return null
  const kinds = ENTRY_KINDS.map((kind): [EntryKind, E[]] => [
    kind,
    entries.filter((entry) => entry.kind === kind),
  ])
  return (
    <Disclosure summary={title} open={entries.length <= 12}>
      {kinds
        .filter(([, list]) => list.length > 0)
        .map(([kind, list]) => (
          <section key={kind}>
            <h3>{t(`kinds.${kind}`)}</h3>
            <ul role="list" className="rows">
              {list.map((entry) => (
                <li key={entry.id}>{children(entry)}</li>
              ))}
            </ul>
          </section>
        ))}
    </Disclosure>
  )
}

function EntryName({ entry }: { entry: EditionEntry }) {
  const t = useTranslations('editions')
  const { facts, name, id } = entry
  const decides = facts.essential === 'true' ? 'essential' : facts.gate === 'true' ? 'gate' : null
  return (
    <>
      <p className="cluster">
        <span>{name}</span>
        {decides && <Chip tone="due">{t(`facts.${decides}`)}</Chip>}
      </p>
      <p className="muted small entry-id">
        <code>{id}</code>
      </p>
    </>
  )
}

function ChangedEntry({ change: { entry, changes } }: { change: EntryChange }) {
  return (
    <>
      <EntryName entry={entry} />
      <dl className="facts small">
        {changes.map((change) => (
          <FactLine key={change.fact} change={change} />
        ))}
      </dl>
    </>
  )
}
