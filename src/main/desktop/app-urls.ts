/** Pages live at app://seventy/; a scheme of our own has an origin, which file:// has not. */
export const appScheme = 'app'
export const appHost = 'seventy'

/** The address of a page of the program: `index.html`, `report.html`. */
export function pageUrl(page: string): string {
  return `${appScheme}://${appHost}/${page}`
}

/** True for an address of the program itself; compared as parsed, never by prefix. */
export function isAppUrl(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host } = new URL(url)
  return protocol === `${appScheme}:` && host === appHost
}

/** What a page may load: the program itself, and what it made in memory. */
export function isAllowedRequest(url: string): boolean {
  return (
    isAppUrl(url) ||
    url.startsWith('data:') ||
    url.startsWith(`blob:app://${appHost}/`) ||
    url.startsWith('devtools:')
  )
}
