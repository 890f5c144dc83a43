import { headers } from 'next/headers'

/**
 * Whether the page is drawn in answer to a form posted without scripts. A redirect would then make the browser post again
 * to a page that does not know the form: words are shown instead.
 */
export const isPosted = async () => (await headers()).get('x-portal-method') === 'POST'
