import { useTranslations } from '@/lib/i18n/server'
import { Link } from '@/components/ui/link'
import type { MyCard } from '@/lib/my/data'
import { MyCardItem } from './my-card'

/** The dozen most urgent; the rest is one link away, so that ten minutes stay enough. */
const MOST = 12

export function MyCards({ cards }: { cards: MyCard[] }) {
  const t = useTranslations('my')
  const hidden = cards.slice(MOST)
  const regions = [...new Map(hidden.map(({ region }) => [region.slug, region])).values()]
  return (
    <>
      <ul role="list" className="my-cards">
        {cards.slice(0, MOST).map((card) => (
          <MyCardItem key={`${card.region.id}-${card.id}`} card={card} />
        ))}
      </ul>
      {hidden.length > 0 && (
        <p className="cluster">
          {t('more', { count: hidden.length })}
          {regions.map(({ slug, name }) => (
            <Link key={slug} href={`/regions/${slug}`}>
              {name}
            </Link>
          ))}
        </p>
      )}
    </>
  )
}
