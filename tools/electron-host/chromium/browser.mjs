// @ts-check
import { spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { createInterface } from 'node:readline'
import { Connection } from './cdp.mjs'
import { browserFlags } from './flags.mjs'
import { createProfile, removeProfile, sweepProfiles } from './profile.mjs'

/** @import { Protocol } from '../../../node_modules/playwright-core/types/protocol' */
/** @typedef {import('./cdp.mjs').Session} Session */
/**
 * @typedef {{ executable: string, headed: boolean, sandbox: boolean,
 *   debuggingPort: string | undefined, language: string }} LaunchOptions
 */

const LAST_WORDS = 20
const CLOSE_LIMIT_MS = 2000

/**
 * The one Chromium behind all windows. Emits `gone` when it ends without being asked to, and
 * `stray-target` with the information and session of each target that no window has asked for.
 */
class Browser extends EventEmitter {
  constructor() {
    super()
    this.version = 'unknown'
    this.closing = false
    /** @type {string[]} */
    this.lastWords = []
    /** @type {Map<string, (session: Session) => void>} */
    this.expected = new Map()
    /** @type {Map<string, { info: Protocol.Target.TargetInfo, session: Session }>} */
    this.unclaimed = new Map()
    this.openings = 0
    /** @type {PromiseWithResolvers<void>} */
    this.started = Promise.withResolvers()
    this.started.promise.catch(() => undefined)
  }

  /** Resolves when pages can be opened. */
  get ready() {
    return this.started.promise
  }

  /** The session of the browser itself. */
  get root() {
    if (!this.connection) throw new Error('Chromium was not started.')
    return this.connection.root
  }

  /** @param {LaunchOptions} options */
  start(options) {
    sweepProfiles()
    this.profile = createProfile()
    const flags = browserFlags({ ...options, profile: this.profile })
    this.child = spawn(options.executable, flags, {
      // A group of its own, so that all its helpers can be ended at once.
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      env: {
        ...process.env,
        DBUS_SESSION_BUS_ADDRESS: '/dev/null',
        DBUS_SYSTEM_BUS_ADDRESS: '/dev/null',
      },
    })
    this.child.on('error', (error) => this.#ended(error.message))
    this.child.on('exit', (code, signal) => this.#ended(`exit ${code ?? signal}`))
    if (this.child.stderr) {
      createInterface({ input: this.child.stderr }).on('line', (line) => this.#hearError(line))
    }
    const [, , , output, input] = /** @type {import('node:stream').Duplex[]} */ (
      /** @type {unknown} */ (this.child.stdio)
    )
    if (output && input) this.connection = new Connection(output, input)
    process.on('exit', () => this.kill())
    this.#greet().then(() => this.started.resolve(), this.started.reject)
  }

  async #greet() {
    const { root } = this
    root.on('Target.attachedToTarget', (event) => this.#attached(event))
    root.on('Target.detachedFromTarget', ({ sessionId }) => this.connection?.forget(sessionId))
    const [{ product }] = await Promise.all([
      root.send('Browser.getVersion'),
      root.send('Target.setAutoAttach', {
        autoAttach: true,
        waitForDebuggerOnStart: true,
        flatten: true,
      }),
    ])
    this.version = product.slice(product.indexOf('/') + 1)
  }

  /**
   * Opens a page and attaches to it; the page waits for `Runtime.runIfWaitingForDebugger`.
   * @param {Protocol.CommandParameters['Target.createTarget']} parameters
   * @returns {Promise<{ targetId: string, session: Session }>}
   */
  async openTarget(parameters) {
    this.openings += 1
    try {
      const { targetId } = await this.root.send('Target.createTarget', parameters)
      const known = this.unclaimed.get(targetId)
      this.unclaimed.delete(targetId)
      if (known) return { targetId, session: known.session }
      return await new Promise((resolve) => {
        this.expected.set(targetId, (session) => resolve({ targetId, session }))
      })
    } finally {
      this.openings -= 1
      if (this.openings === 0) this.#disown()
    }
  }

  /** @param {Protocol.Target.attachedToTargetPayload} event */
  #attached({ sessionId, targetInfo }) {
    const session = this.connection?.session(sessionId)
    if (!session) return
    const claim = this.expected.get(targetInfo.targetId)
    if (claim) {
      this.expected.delete(targetInfo.targetId)
      return claim(session)
    }
    // Attaching can be told before the answer to our own createTarget.
    this.unclaimed.set(targetInfo.targetId, { info: targetInfo, session })
    if (this.openings === 0 || targetInfo.type !== 'page' || targetInfo.openerId)
      this.#disown(targetInfo.targetId)
  }

  /** @param {string} [targetId] everything that is left, if none is named */
  #disown(targetId) {
    for (const [id, { info, session }] of this.unclaimed) {
      if (targetId !== undefined && targetId !== id) continue
      this.unclaimed.delete(id)
      this.emit('stray-target', info, session)
    }
  }

  /** @param {string} line */
  #hearError(line) {
    // Playwright reads this line from our own error output.
    if (line.startsWith('DevTools listening on ')) this.emit('listening', line)
    else if (line !== '') this.lastWords = [...this.lastWords, line].slice(-LAST_WORDS)
  }

  /** @param {string} reason */
  #ended(reason) {
    this.gone = true
    this.connection?.close()
    this.started.reject(new Error(`Chromium ended (${reason}).\n${this.lastWords.join('\n')}`))
    if (!this.closing) this.emit('gone', reason)
  }

  /** Ends Chromium and removes its profile. */
  async close() {
    this.closing = true
    const { child } = this
    if (child && !this.gone) {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      this.root.tell('Browser.close')
      await Promise.race([
        ended,
        new Promise((resolve) => setTimeout(resolve, CLOSE_LIMIT_MS).unref()),
      ])
    }
    this.kill()
  }

  /** The same at once, for the end of our own process. */
  kill() {
    this.closing = true
    if (this.child?.pid !== undefined) {
      try {
        process.kill(process.platform === 'win32' ? this.child.pid : -this.child.pid, 'SIGKILL')
      } catch {
        // It has ended already.
      }
    }
    if (this.profile !== undefined) removeProfile(this.profile)
    this.profile = undefined
  }
}

export const browser = new Browser()
