// @ts-check

/**
 * A stock Chromium knows no scheme of our own, so inside it `app://seventy/x` is
 * `https://seventy.app.invalid/x`: an origin of the same shape (standard, secure), in a domain that
 * is reserved for never existing. The program sees its own scheme everywhere.
 */
const DOMAIN = 'invalid'

/** @typedef {{ standard?: boolean, secure?: boolean }} Privileges */

/** @type {Map<string, Privileges>} */
const schemes = new Map()

/** @param {string} scheme @param {Privileges} privileges */
export function registerScheme(scheme, privileges) {
  if (!privileges.standard || !privileges.secure) {
    throw new Error(`The stand-in serves standard and secure schemes only, and "${scheme}" is not.`)
  }
  schemes.set(scheme, privileges)
}

/** @param {string} scheme */
export function isRegistered(scheme) {
  return schemes.has(scheme)
}

/** The address under which Chromium knows a page of the program. @param {string} url */
export function toBrowser(url) {
  const scheme = url.slice(0, Math.max(0, url.indexOf('://'))).toLowerCase()
  if (!schemes.has(scheme)) return url
  const [, host, rest] = /^[^:]+:\/\/([^/?#]*)(.*)$/s.exec(url) ?? []
  return `https://${host}.${scheme}.${DOMAIN}${rest?.startsWith('/') ? rest : `/${rest ?? ''}`}`
}

/** The address under which the program knows a page of Chromium. @param {string} url */
export function toProgram(url) {
  const [, host, scheme, rest] =
    /^(?:blob:)?https:\/\/([^/?#]*)\.([^./?#]+)\.invalid(.*)$/s.exec(url) ?? []
  if (host === undefined || scheme === undefined || !schemes.has(scheme)) return url
  return `${url.startsWith('blob:') ? 'blob:' : ''}${scheme}://${host}${rest}`
}

/** The origin of an address of the program, as Electron writes it. @param {string} url */
export function originOf(url) {
  const [, scheme, host] = /^([a-z][a-z\d+.-]*):\/\/([^/?#]*)/i.exec(url) ?? []
  if (scheme !== undefined && schemes.has(scheme)) return `${scheme}://${host}`
  return URL.canParse(url) ? new URL(url).origin : 'null'
}

/** Writes Chromium's origins for ours into a header: `app://seventy`, and the bare source `app:`. @param {string} value */
export function headerToBrowser(value) {
  let mapped = value
  for (const scheme of schemes.keys()) {
    mapped = mapped
      .replaceAll(new RegExp(`\\b${scheme}://([^/\\s;,]+)`, 'g'), `https://$1.${scheme}.${DOMAIN}`)
      .replaceAll(
        new RegExp(`(?<![\\w:])${scheme}:(?=[\\s;,]|$)`, 'g'),
        `https://*.${scheme}.${DOMAIN}`,
      )
  }
  return mapped
}

/** Writes ours for Chromium's (Referer, Origin). @param {string} value */
export function headerToProgram(value) {
  return value.replaceAll(/https:\/\/[^\s;,]+/g, toProgram)
}
