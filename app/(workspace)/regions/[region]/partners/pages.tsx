import { LinkButton } from '@/components/ui/button'
import { useTranslations } from '@/lib/i18n/server'

interface Props {
  page: number
  pages: number
  /** What stands in the address. */
  asked: Record<string, string | string[] | undefined>
  home: string
}

const KEPT = ['q', 'sector', 'status', 'size', 'mark', 'sort', 'aside']

/** The way from one page of the list to the next, with the same filter. */
export function Pages({ page, pages, asked, home }: Props) {
  const t = useTranslations('partners')
  const at = (wanted: number) => {
    const kept = KEPT.flatMap((key) => {
      const value = asked[key]
      return typeof value === 'string' && value ? [[key, value] as [string, string]] : []
    })
    return `${home}?${new URLSearchParams([...kept, ['page', String(wanted)]])}`
  }
  return (
    <nav aria-label={t('pages')} className="cluster">
      {page > 1 && (
        <LinkButton tone="quiet" size="small" href={at(page - 1)}>
          {t('earlier')}
        </LinkButton>
      )}
      <span className="muted small">{t('page', { page, pages })}</span>
      {page < pages && (
        <LinkButton tone="quiet" size="small" href={at(page + 1)}>
          {t('later')}
        </LinkButton>
      )}
    </nav>
  )
}
