import { ActionForm } from '@/components/forms/action-form'
import { KeptText } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { useTranslations } from '@/lib/i18n/server'
import type { getPartner } from '@/lib/partners/data'
import { addPerson, changePerson, removePerson } from '../actions'

type Found = Awaited<ReturnType<typeof getPartner>>
type Contact = Found['contacts'][number]

/** People of an organisation who have no account, for those who may know of them. */
export function Contacts({ found }: { found: Found }) {
  const { region, partner, contacts } = found
  const t = useTranslations('partners')
  const whose = (
    <>
      <input type="hidden" name="regionId" value={region.id} />
      <input type="hidden" name="partnerId" value={partner.id} />
    </>
  )
  return (
    <Card title={t('contacts.title')}>
      <p className="muted small">{t('contacts.lede')}</p>
      {contacts.length > 0 && (
        <ul role="list" className="rows">
          {contacts.map((contact) => (
            <li key={contact.id} className="stack stack-tight">
              <ContactLine contact={contact} />
              <Disclosure summary={t('contacts.change', { name: contact.name })}>
                <div className="stack">
                  <ActionForm
                    action={changePerson}
                    requestKey={crypto.randomUUID()}
                    className="stack"
                    label={contact.name}
                  >
                    {whose}
                    <input type="hidden" name="id" value={contact.id} />
                    <input type="hidden" name="version" value={contact.version} />
                    <ContactFields contact={contact} />
                    <div>
                      <Button tone="quiet">{t('contacts.save')}</Button>
                    </div>
                  </ActionForm>
                  <ActionForm action={removePerson} requestKey={crypto.randomUUID()}>
                    {whose}
                    <input type="hidden" name="id" value={contact.id} />
                    <Button tone="plain" size="small">
                      {t('contacts.remove', { name: contact.name })}
                    </Button>
                  </ActionForm>
                </div>
              </Disclosure>
            </li>
          ))}
        </ul>
      )}
      {!partner.archived && (
        <Disclosure summary={t('contacts.add')}>
          <ActionForm action={addPerson} requestKey={crypto.randomUUID()} className="stack">
            {whose}
            <ContactFields contact={null} />
            <div>
              <Button tone="quiet">{t('contacts.add')}</Button>
            </div>
          </ActionForm>
        </Disclosure>
      )}
    </Card>
  )
}

function ContactLine({ contact: { name, role, email, phone } }: { contact: Contact }) {
  return (
    <p className="cluster">
      <strong>{name}</strong>
      {role && <span className="muted">{role}</span>}
      {email && <a href={`mailto:${email}`}>{email}</a>}
      {phone && <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>}
    </p>
  )
}

function ContactFields({ contact }: { contact: Contact | null }) {
  const t = useTranslations('partners')
  const id = contact?.id ?? 'new'
  const most = { name: 120, role: 120, email: 254, phone: 40 }
  const types = { name: 'text', role: 'text', email: 'email', phone: 'tel' }
  return (['name', 'role', 'email', 'phone'] as const).map((name) => (
    <KeptText
      key={name}
      id={`${name}-${id}`}
      name={name}
      type={types[name]}
      label={t(`contacts.fields.${name}`)}
      defaultValue={contact?.[name]}
      maxLength={most[name]}
      autoComplete="off"
      required={name === 'name'}
    />
  ))
}
