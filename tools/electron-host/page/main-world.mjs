// @ts-check
import { createBridge } from './bridge.mjs'

/** @typedef {{ toMain: string, toIsolated: string, toHost: string }} Channels */

/**
 * What has to stand in the page's own world before its first script: the receiving end of
 * `contextBridge`, and `window.open` and `window.close` that ask the program instead of Chromium.
 * @param {Channels} channels
 */
export function startMainWorld({ toMain, toIsolated, toHost }) {
  const { dispatchEvent } = EventTarget.prototype
  const Custom = CustomEvent
  /** @param {unknown[]} message */
  const tellHost = (message) => {
    Reflect.apply(dispatchEvent, window, [new Custom(toHost, { detail: message })])
  }

  window.open = (url = 'about:blank', name = '', features = '') => {
    tellHost(['open', new URL(url, document.baseURI).href, name, features])
    return null
  }
  if (window !== window.top) return
  window.close = () => tellHost(['close'])
  createBridge(toMain, toIsolated, (name, api) => {
    if (String(name) in window) {
      throw new Error('Cannot bind an API on top of an existing property on the window object')
    }
    Object.defineProperty(window, String(name), { value: freezeDeep(api), enumerable: true })
  })
}

/** @param {unknown} value */
function freezeDeep(value) {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return value
  if (!ArrayBuffer.isView(value)) Object.freeze(value)
  if (typeof value === 'object') Object.values(value).forEach(freezeDeep)
  return value
}
