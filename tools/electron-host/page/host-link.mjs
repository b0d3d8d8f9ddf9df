// @ts-check

/** @typedef {import('./clone.mjs').Tree} Tree */
/** @typedef {(...parts: never[]) => void} Handler */

/**
 * The preload world's line to the main process: JSON out through a binding, JSON in through one
 * function that the main process calls by name.
 * @param {string} binding
 * @param {string} receiver
 */
export function createHostLink(binding, receiver) {
  const scope = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (globalThis))
  const post = /** @type {(text: string) => void} */ (scope[binding])
  /** @type {Map<string, Handler>} */
  const handlers = new Map()
  scope[receiver] = (/** @type {string} */ text) => {
    const [kind, ...parts] = /** @type {[string, ...Tree[]]} */ (JSON.parse(text))
    const handler = handlers.get(kind)
    if (handler) Reflect.apply(handler, undefined, parts)
  }
  return {
    /** @param {...unknown} message JSON values */
    send: (...message) => post(JSON.stringify(message)),
    /** @param {string} kind @param {Handler} handler */
    on: (kind, handler) => {
      handlers.set(kind, handler)
    },
  }
}

/** @typedef {ReturnType<typeof createHostLink>} HostLink */
