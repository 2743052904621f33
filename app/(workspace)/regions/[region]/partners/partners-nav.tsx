import { useTranslations } from '@/lib/i18n/server'
import { Link } from '@/components/ui/link'

const VIEWS = ['register', 'coverage', 'network', 'priorities', 'engagement'] as const
type View = (typeof VIEWS)[number]

/** What only those who keep the partners see: candid ratings and notes (product.md, Roles). */
const CANDID: readonly View[] = ['priorities', 'engagement']

interface Props {
  /** Slug of the region. */
  region: string
  here: View
  mayKeep: boolean
}

/** The ways to look at a region's partners. */
export function PartnersNav({ region, here, mayKeep }: Props) {
  const t = useTranslations('partners')
  const home = `/regions/${region}/partners`
  return (
    <nav aria-label={t('views.label')}>
      <ul role="list" className="tabs">
        {VIEWS.filter((view) => mayKeep || !CANDID.includes(view)).map((view) => (
          <li key={view}>
            <Link
              href={view === 'register' ? home : `${home}/${view}`}
              className="tab"
              aria-current={view === here ? 'page' : undefined}
            >
              {t(`views.${view}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
