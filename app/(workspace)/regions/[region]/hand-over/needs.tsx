import { NeedSentence } from '@/components/needs/need-sentence'
import { Card } from '@/components/ui/card'
import type { HandOver } from '@/lib/handover/data'
import { useTranslations } from '@/lib/i18n/server'

/** What the region still needs, step by step, the most binding first. */
export function Needs({ found: { needs, guide, partners, today } }: { found: HandOver }) {
  const t = useTranslations('handOver')
  const shown = { guide, partners, today }
  return (
    <Card title={t('needs')}>
      {needs.steps.map(({ step, summary, lines }) => (
        <section key={step} className="hand-over-group">
          <h3>
            <NeedSentence line={summary} {...shown} />
          </h3>
          <ul role="list" className="rows">
            {lines.map((line) => (
              <li key={`${line.key}-${line.subject}`}>
                <NeedSentence line={line} {...shown} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {needs.nothing && (
        <p>
          <NeedSentence line={needs.nothing} {...shown} />
        </p>
      )}
    </Card>
  )
}
