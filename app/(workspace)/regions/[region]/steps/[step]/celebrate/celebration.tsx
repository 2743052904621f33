import { ActionForm } from '@/components/forms/action-form'
import { ComeIntoView } from '@/components/forms/come-into-view'
import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { listPutAway } from '@/lib/celebrate/kept'
import { celebrationKey, type Celebration, isFresh } from '@/lib/celebrate/rules'
import { getTranslations } from '@/lib/i18n/server'
import type { RegionJourney } from '@/lib/journey/data'
import { dismiss } from './actions'
import './celebrate.css'

interface Props {
  celebration: Celebration | null
  found: RegionJourney
}

/**
 * A quiet word on a step that was reached within a week, until it is put away. Its place is always
 * there, so that what appears in it is announced.
 */
export async function CelebrationCard({ celebration, found }: Props) {
  const { region, today } = found
  const isShown =
    celebration !== null &&
    isFresh(celebration, today) &&
    !(await listPutAway()).includes(celebrationKey(region.id, celebration))
  return (
    <div aria-live="polite">{isShown && <Words celebration={celebration} found={found} />}</div>
  )
}

async function Words({ celebration, found }: { celebration: Celebration; found: RegionJourney }) {
  const { region, guide } = found
  const { step, completesPart, next } = celebration
  const t = await getTranslations('celebrate')
  const part = guide.parts.find(({ number }) => number === step.part)?.title ?? ''
  return (
    <section className="celebration" data-part={step.part} aria-labelledby="celebration">
      <ComeIntoView />
      <svg aria-hidden="true" viewBox="-42 -42 84 84" className="celebration-mark">
        <circle r="36" className="celebration-ring" />
        <circle r="25" className="celebration-disc" />
        <path d="M-9.5 0.5 L-3 7 L9.5 -6.5" className="celebration-tick" />
      </svg>
      <div className="celebration-words">
        <h2 id="celebration">{t('title', { n: step.number, title: step.title })}</h2>
        <p>{t('line')}</p>
        {completesPart && <p>{t('part', { n: step.part, part })}</p>}
        <p>
          {next ? (
            <Link href={`/regions/${region.slug}/steps/${next.slug}`}>
              {t('next', { n: next.number, title: next.title })}
            </Link>
          ) : (
            t('all')
          )}
        </p>
        <ActionForm action={dismiss} requestKey={crypto.randomUUID()}>
          <input type="hidden" name="celebration" value={celebrationKey(region.id, celebration)} />
          <Button tone="quiet" size="small">
            {t('dismiss')}
          </Button>
        </ActionForm>
      </div>
    </section>
  )
}
