import { LinkButton } from '@/components/ui/button'
import { useTranslations } from '@/lib/i18n/server'

interface Props {
  page: number
  pages: number
  /** What stays in the address. */
  kept: [string, string][]
  home: string
  /** The part of the page that turns, by its id. */
  at?: string
}

/** The way from one page of the list to the next, with the same filter. */
export function Pages({ page, pages, kept, home, at: part }: Props) {
  const t = useTranslations('partners')
  const at = (wanted: number) => {
    const query = new URLSearchParams([...kept, ['page', String(wanted)]])
    return `${home}?${query}${part ? `#${part}` : ''}`
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
