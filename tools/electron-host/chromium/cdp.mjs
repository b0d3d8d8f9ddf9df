// @ts-check
import { EventEmitter } from 'node:events'

/** @import { Protocol } from '../../../node_modules/playwright-core/types/protocol' */
/**
 * @typedef {{ id?: number, method?: string, params?: unknown, sessionId?: string,
 *   result?: unknown, error?: { message: string } }} Message
 */

const END = 0

/** A command that Chromium answered with an error. */
export class CdpError extends Error {
  /** @param {string} method @param {string} message */
  constructor(method, message) {
    super(`${method}: ${message}`)
    this.name = 'CdpError'
  }
}

/** One conversation: with the browser itself (no id) or with one of its targets. */
export class Session {
  /** @param {Connection} connection @param {string | undefined} id */
  constructor(connection, id) {
    this.connection = connection
    this.id = id
    this.events = new EventEmitter().setMaxListeners(0)
  }

  /**
   * Sends a command; rejects with a CdpError if Chromium refuses it or is gone.
   * @template {keyof Protocol.CommandParameters} T
   * @param {T} method
   * @param {Protocol.CommandParameters[T]} [params]
   * @returns {Promise<Protocol.CommandReturnValues[T]>}
   */
  send(method, params) {
    return this.connection.request(method, params, this.id)
  }

  /**
   * Sends a command whose failure does not matter, because then the page is gone.
   * @template {keyof Protocol.CommandParameters} T
   * @param {T} method
   * @param {Protocol.CommandParameters[T]} [params]
   */
  tell(method, params) {
    this.send(method, params).catch(() => undefined)
  }

  /**
   * @template {keyof Protocol.Events} T
   * @param {T} event
   * @param {(payload: Protocol.Events[T]) => void} listener
   */
  on(event, listener) {
    this.events.on(event, listener)
  }

  /** Tells when the target is gone. @param {() => void} listener */
  onDetached(listener) {
    this.events.once('detached', listener)
  }
}

/** Chromium's protocol over two pipes: JSON messages, each ended by a zero byte. */
export class Connection {
  /**
   * @param {import('node:stream').Writable} output
   * @param {import('node:stream').Readable} input
   */
  constructor(output, input) {
    this.output = output
    this.root = new Session(this, undefined)
    this.closed = false
    /** @type {Map<string, Session>} */
    this.sessions = new Map()
    /** @type {Map<number, { method: string, resolve: (value: unknown) => void, reject: (error: Error) => void }>} */
    this.waiting = new Map()
    /** @type {Buffer[]} */
    this.chunks = []
    this.lastId = 0
    this.events = new EventEmitter()
    input.on('data', (chunk) => this.#collect(chunk))
    input.on('close', () => this.close())
    input.on('error', () => this.close())
    output.on('error', () => this.close())
  }

  /** The session with an id that `Target.attachedToTarget` has told. @param {string} id */
  session(id) {
    const known = this.sessions.get(id)
    if (known) return known
    const session = new Session(this, id)
    this.sessions.set(id, session)
    return session
  }

  /**
   * @template {keyof Protocol.CommandParameters} T
   * @param {T} method
   * @param {Protocol.CommandParameters[T] | undefined} params
   * @param {string | undefined} sessionId
   * @returns {Promise<Protocol.CommandReturnValues[T]>}
   */
  request(method, params, sessionId) {
    return new Promise((resolve, reject) => {
      if (this.closed) return reject(new CdpError(method, 'the browser is gone'))
      const id = ++this.lastId
      this.waiting.set(id, {
        method,
        resolve: (value) => resolve(/** @type {never} */ (value)),
        reject,
      })
      this.output.write(`${JSON.stringify({ id, method, params: params ?? {}, sessionId })}\0`)
    })
  }

  /** @param {string} id */
  forget(id) {
    this.sessions.get(id)?.events.emit('detached')
    this.sessions.delete(id)
  }

  /** Fails whatever still waits for an answer. */
  close() {
    if (this.closed) return
    this.closed = true
    for (const { method, reject } of this.waiting.values()) {
      reject(new CdpError(method, 'the browser is gone'))
    }
    this.waiting.clear()
    this.events.emit('closed')
  }

  /** Messages may span many chunks; joining only at the end keeps large ones linear. @param {Buffer} chunk */
  #collect(chunk) {
    let start = 0
    for (let end = chunk.indexOf(END); end !== -1; end = chunk.indexOf(END, start)) {
      this.chunks.push(chunk.subarray(start, end))
      const text = Buffer.concat(this.chunks).toString('utf8')
      this.chunks = []
      start = end + 1
      this.#dispatch(/** @type {Message} */ (JSON.parse(text)))
    }
    if (start < chunk.length) this.chunks.push(chunk.subarray(start))
  }

  /** @param {Message} message */
  #dispatch({ id, method, params, sessionId, result, error }) {
    if (id !== undefined) {
      const request = this.waiting.get(id)
      this.waiting.delete(id)
      if (error) request?.reject(new CdpError(request.method, error.message))
      else request?.resolve(result)
      return
    }
    const session = sessionId === undefined ? this.root : this.sessions.get(sessionId)
    if (method !== undefined) session?.events.emit(method, params)
  }
}
