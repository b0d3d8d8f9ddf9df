// @ts-check
import { cloneOrThrow } from './clone.mjs'

/**
 * The border between the preload's isolated world and the page's own. The detail of a CustomEvent is
 * copied by structured clone when the other world reads it, and dispatching is synchronous: that is
 * a call. Functions and promises stay where they are; only their number crosses.
 *
 * Runs in both worlds of a page.
 */

/** The number of the one function that both ends know. */
const EXPOSE = 0

/** @typedef {(...values: unknown[]) => unknown} AnyFunction */
/**
 * @typedef {{ plain: unknown } | { fn: number } | { promise: number } | { list: Wire[] }
 *   | { record: [string, Wire][] } | { error: { message: string, stack: string } }} Wire
 * @typedef {{ value: Wire } | { error: Wire }} Outcome
 * @typedef {{ call: number, args: Wire[] } | { settle: number, outcome: Outcome } | { answer: Outcome }} Message
 */

/**
 * True if a failed clone says that an object cannot cross as a whole (a proxy, a DOM node), false if
 * it stumbled over a function or promise inside, which cross by themselves.
 * @param {unknown} error
 */
function isAboutWholeObject(error) {
  return (
    error instanceof Error && /: #<(?!Promise>)[^>]*> could not be cloned\.$/.test(error.message)
  )
}

/**
 * One end of the border.
 * @param {string} incoming the event this world listens to
 * @param {string} outgoing the event the other world listens to
 * @param {AnyFunction} [expose] what the other end's `expose` calls
 */
export function createBridge(incoming, outgoing, expose) {
  // Taken before the page can put its own in their place.
  const { dispatchEvent, addEventListener } = EventTarget.prototype
  const Custom = CustomEvent
  /** @type {Map<number, AnyFunction>} */
  const functions = new Map(expose ? [[EXPOSE, expose]] : [])
  /** @type {Map<number, PromiseWithResolvers<unknown>>} */
  const promises = new Map()
  let last = EXPOSE
  /** @type {Outcome | undefined} */
  let answer

  /** @param {Message} detail */
  const send = (detail) => {
    Reflect.apply(dispatchEvent, window, [new Custom(outgoing, { detail })])
  }

  /** @param {unknown} value @returns {Wire} */
  const pass = (value) => {
    if (typeof value === 'function') return { fn: keepFunction(/** @type {AnyFunction} */ (value)) }
    if (typeof value === 'symbol') return { plain: undefined }
    if (typeof value !== 'object' || value === null) return { plain: value }
    if (value instanceof Promise) return { promise: keepPromise(value) }
    if (value instanceof Error)
      return { error: { message: value.message, stack: value.stack ?? '' } }
    return passObject(value)
  }

  /** @param {object} value @returns {Wire} */
  const passObject = (value) => {
    try {
      return { plain: structuredClone(value) }
    } catch (error) {
      // A proxy or a DOM node cannot cross at all; a function inside an object can, by itself.
      if (isAboutWholeObject(error)) cloneOrThrow(value)
      if (Array.isArray(value)) return { list: value.map(pass) }
      if (Object.prototype.toString.call(value) !== '[object Object]') cloneOrThrow(value)
      return { record: Object.entries(value).map(([name, item]) => [name, pass(item)]) }
    }
  }

  /** @param {AnyFunction} value */
  const keepFunction = (value) => {
    functions.set(++last, value)
    return last
  }

  /** @param {Promise<unknown>} value */
  const keepPromise = (value) => {
    const id = ++last
    value.then(
      (result) => send({ settle: id, outcome: attempt(() => result) }),
      (error) => send({ settle: id, outcome: { error: pass(error) } }),
    )
    return id
  }

  /** @param {() => unknown} work @returns {Outcome} */
  const attempt = (work) => {
    try {
      return { value: pass(work()) }
    } catch (error) {
      return { error: pass(error) }
    }
  }

  /** @param {Wire} wire @returns {unknown} */
  const receive = (wire) => {
    if ('plain' in wire) return wire.plain
    if ('fn' in wire) return (/** @type {unknown[]} */ ...args) => call(wire.fn, args)
    if ('list' in wire) return wire.list.map(receive)
    if ('record' in wire)
      return Object.fromEntries(wire.record.map(([name, item]) => [name, receive(item)]))
    if ('error' in wire)
      return Object.assign(new Error(wire.error.message), { stack: wire.error.stack })
    const pending = Promise.withResolvers()
    promises.set(wire.promise, pending)
    return pending.promise
  }

  /** @param {number} id @param {unknown[]} args */
  const call = (id, args) => {
    send({ call: id, args: args.map(pass) })
    const got = answer
    answer = undefined
    if (!got) throw new Error('The other world of this page does not answer.')
    if ('error' in got) throw receive(got.error)
    return receive(got.value)
  }

  /** @param {number} id @param {Outcome} outcome */
  const settle = (id, outcome) => {
    const pending = promises.get(id)
    promises.delete(id)
    if ('error' in outcome) pending?.reject(receive(outcome.error))
    else pending?.resolve(receive(outcome.value))
  }

  /** @param {Event} event */
  const hear = (event) => {
    event.stopImmediatePropagation()
    /** @type {Message} */
    const message = /** @type {CustomEvent} */ (event).detail
    if ('answer' in message) answer = message.answer
    else if ('settle' in message) settle(message.settle, message.outcome)
    else
      send({ answer: attempt(() => functions.get(message.call)?.(...message.args.map(receive))) })
  }
  Reflect.apply(addEventListener, window, [incoming, hear])

  return {
    /** Hands an API over to the other world. @param {string} name @param {unknown} api */
    expose: (name, api) => {
      call(EXPOSE, [name, api])
    },
  }
}
