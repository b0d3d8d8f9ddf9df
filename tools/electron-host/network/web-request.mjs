// @ts-check
import { strict } from '../start/strict.mjs'

/**
 * @typedef {{ id: number, url: string, method: string, webContentsId: number | undefined,
 *   resourceType: string, referrer: string, timestamp: number, [more: string]: unknown }} RequestDetails
 * @typedef {{ cancel?: boolean, redirectURL?: string, requestHeaders?: Record<string, string>,
 *   responseHeaders?: Record<string, string | string[]>, statusLine?: string }} Decision
 * @typedef {(details: RequestDetails, decide: (decision: Decision) => void) => void} Listener
 * @typedef {'onBeforeRequest' | 'onBeforeSendHeaders' | 'onHeadersReceived'} Stage
 */

/** The listeners that may look at, change and cancel the requests of one session. */
export class WebRequest {
  constructor() {
    /** @type {Map<Stage, { matches: (url: string) => boolean, listener: Listener }>} */
    this.listeners = new Map()
    this.api = strict('webRequest', {
      onBeforeRequest: this.#setter('onBeforeRequest'),
      onBeforeSendHeaders: this.#setter('onBeforeSendHeaders'),
      onHeadersReceived: this.#setter('onHeadersReceived'),
    })
  }

  /**
   * What the program decides about a request; an empty decision if it does not listen.
   * @param {Stage} stage
   * @param {RequestDetails} details
   * @returns {Promise<Decision>}
   */
  ask(stage, details) {
    const entry = this.listeners.get(stage)
    if (!entry?.matches(details.url)) return Promise.resolve({})
    return new Promise((resolve) => entry.listener(details, (decision) => resolve(decision ?? {})))
  }

  /** @param {Stage} stage */
  #setter(stage) {
    /**
     * @param {{ urls: string[] } | Listener | null} filterOrListener
     * @param {Listener | null} [second]
     */
    return (filterOrListener, second) => {
      const filtered = filterOrListener !== null && typeof filterOrListener === 'object'
      const listener = filtered ? second : filterOrListener
      const patterns = filtered ? filterOrListener.urls.map(toExpression) : undefined
      if (!listener) this.listeners.delete(stage)
      else {
        const matches = (/** @type {string} */ url) =>
          patterns?.some((pattern) => pattern.test(url)) ?? true
        this.listeners.set(stage, { matches, listener })
      }
    }
  }
}

/** A match pattern as a regular expression. @param {string} pattern */
function toExpression(pattern) {
  if (pattern === '<all_urls>') return /^/
  const escaped = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
  return new RegExp(`^${escaped}$`)
}
