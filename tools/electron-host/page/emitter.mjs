// @ts-check

/** @typedef {(...values: never[]) => void} Listener */

/** The part of Node's EventEmitter that a sandboxed preload gets. */
export class Emitter {
  constructor() {
    /** @type {Map<string, { listener: Listener, once: boolean }[]>} */
    this.registered = new Map()
  }

  /** @param {string} name @param {Listener} listener @param {boolean} [once] */
  on(name, listener, once = false) {
    if (typeof listener !== 'function') {
      throw new TypeError('The "listener" argument must be of type function.')
    }
    this.registered.set(name, [...(this.registered.get(name) ?? []), { listener, once }])
    return this
  }

  /** @param {string} name @param {Listener} listener */
  once(name, listener) {
    return this.on(name, listener, true)
  }

  /** @param {string} name @param {Listener} listener */
  off(name, listener) {
    const entries = this.registered.get(name) ?? []
    const index = entries.findLastIndex((entry) => entry.listener === listener)
    this.registered.set(name, entries.toSpliced(index, index === -1 ? 0 : 1))
    return this
  }

  /** @param {string} name @param {Listener} listener */
  addListener(name, listener) {
    return this.on(name, listener)
  }

  /** @param {string} name @param {Listener} listener */
  removeListener(name, listener) {
    return this.off(name, listener)
  }

  /** @param {string} [name] */
  removeAllListeners(name) {
    if (name === undefined) this.registered.clear()
    else this.registered.delete(name)
    return this
  }

  /** @param {string} name @param {...unknown} values */
  emit(name, ...values) {
    const entries = this.registered.get(name) ?? []
    for (const { listener, once } of entries) {
      if (once) this.off(name, listener)
      Reflect.apply(listener, this, values)
    }
    return entries.length > 0
  }

  /** @param {string} name */
  listenerCount(name) {
    return this.registered.get(name)?.length ?? 0
  }

  /** @param {string} name */
  listeners(name) {
    return (this.registered.get(name) ?? []).map(({ listener }) => listener)
  }

  setMaxListeners() {
    return this
  }
}
