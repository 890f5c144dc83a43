import type { findLastContacts } from '@/lib/requests/queries/list'

/** The contacts that somebody used last, as the form types them. */
export function contactsAsTyped(last: Awaited<ReturnType<typeof findLastContacts>>): Record<string, string> {
  if (!last) return {}
  const { email, mobile, landline, fax, notifyByEmail, notifyBySms } = last
  return {
    email: email ?? '',
    mobile: mobile ?? '',
    landline: landline ?? '',
    fax: fax ?? '',
    ...(notifyByEmail && { notifyByEmail: 'on' }),
    ...(notifyBySms && { notifyBySms: 'on' }),
  }
}
