import { type FactChange, isDecisive } from '@/lib/guidebook/edition/rules'
import { useTranslations } from '@/lib/i18n/server'

/** One fact of an entry as it was and as it is. */
export function FactLine({ change: { fact, before, after } }: { change: FactChange }) {
  const t = useTranslations('editions')
  return (
    <div data-decisive={isDecisive(fact) || undefined}>
      <dt>{useFactName(fact)}</dt>
      <dd>
        {before === '' ? (
          <span className="muted">{t('nothing')}</span>
        ) : (
          <del>
            <Value value={before} />
          </del>
        )}
        <span aria-hidden="true"> → </span>
        <span className="visually-hidden"> {t('became')} </span>
        {after === '' ? (
          <span className="muted">{t('nothing')}</span>
        ) : (
          <ins>
            <Value value={after} />
          </ins>
        )}
      </dd>
    </div>
  )
}

function Value({ value }: { value: string }) {
  const t = useTranslations('editions')
  if (value === 'true' || value === 'false') return t(value === 'true' ? 'yes' : 'no')
  return value
}

/** A fact by its name; those without one are called as the file calls them. */
function useFactName(fact: string): string {
  const t = useTranslations('editions')
  const [first = '', ...rest] = fact.split('.')
  const isGerman = first === 'de'
  const [name = '', ...inner] = isGerman ? rest : [first, ...rest]
  const key = `facts.${name}` as 'facts.label'
  const said = [t.has(key) ? t(key) : name, ...inner].join(' ')
  return isGerman ? t('inGerman', { fact: said }) : said
}
