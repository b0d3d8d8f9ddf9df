// @ts-check
import { EventEmitter } from 'node:events'
import { browser } from '../chromium/browser.mjs'
import { pageScripts, WORLD } from './page-scripts.mjs'

/** @typedef {import('../chromium/cdp.mjs').Session} Session */
/** @typedef {import('../network/session.mjs').Session} ElectronSession */
/** @typedef {{ width: number, height: number, zoom: number }} Viewport */

/**
 * One page of Chromium: its protocol session, its frames and the preload's world in them.
 * Emits `message` (text, context id) for each message of that world, `world` for each new one, and
 * `gone` when the page was closed.
 */
export class PageTarget extends EventEmitter {
  /**
   * @param {{ session: ElectronSession, preload: string | undefined,
   *   process: Record<string, unknown>, viewport: Viewport }} options
   */
  constructor(options) {
    super()
    this.setMaxListeners(0)
    this.scripts = pageScripts(options)
    /** @type {string | undefined} */
    this.targetId = undefined
    /** Frames of this page, the main one included. @type {Set<string>} */
    this.frames = new Set()
    /** The preload's world in each document, by context id. @type {Map<number, string>} */
    this.worlds = new Map()
    this.closed = false
    this.ready = this.#open(options)
    this.ready.catch(() => undefined)
  }

  /** @param {{ session: ElectronSession, viewport: Viewport }} options */
  async #open({ session: electronSession, viewport }) {
    await browser.ready
    const browserContextId = await electronSession.browserContext()
    const { targetId, session } = await browser.openTarget({
      url: 'about:blank',
      newWindow: true,
      width: viewport.width,
      height: viewport.height,
      ...(browserContextId === undefined ? {} : { browserContextId }),
    })
    this.targetId = targetId
    this.session = session
    this.frames.add(targetId)
    this.#watch(session)
    this.emit('attached', session)
    await this.#prepare(session, viewport, electronSession)
    return session
  }

  /** @param {Session} session */
  #watch(session) {
    session.on('Page.frameAttached', ({ frameId }) => this.frames.add(frameId))
    session.on('Page.frameDetached', ({ frameId }) => this.frames.delete(frameId))
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name !== WORLD) return
      const { frameId } = /** @type {{ frameId: string }} */ (context.auxData)
      this.worlds.set(context.id, frameId)
      this.emit('world', context.id)
    })
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) =>
      this.worlds.delete(executionContextId),
    )
    session.on('Runtime.executionContextsCleared', () => this.worlds.clear())
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === this.scripts.binding) this.emit('message', payload, executionContextId)
    })
    session.onDetached(() => this.markGone())
  }

  /** Everything has to stand before the first document. @param {Session} session @param {Viewport} viewport @param {ElectronSession} electronSession */
  async #prepare(session, viewport, electronSession) {
    const { main, isolated, binding } = this.scripts
    await Promise.all([
      session.send('Page.enable'),
      session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      session.send('Runtime.enable'),
      session.send('Log.enable'),
      session.send('Inspector.enable'),
      session.send('Network.enable'),
      session.send('Runtime.addBinding', { name: binding, executionContextName: WORLD }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: main }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: isolated, worldName: WORLD }),
      session.send('Target.setAutoAttach', {
        autoAttach: true,
        waitForDebuggerOnStart: true,
        flatten: true,
      }),
      session.send('Emulation.setFocusEmulationEnabled', { enabled: true }),
      ...(electronSession.userAgent === ''
        ? []
        : [
            session.send('Emulation.setUserAgentOverride', {
              userAgent: electronSession.userAgent,
            }),
          ]),
      this.#applyViewport(session, viewport),
      session.send('Runtime.runIfWaitingForDebugger'),
    ])
  }

  /** The size of the page is the window's own idea, because a headless window has borders of its own. @param {Viewport} viewport */
  async setViewport(viewport) {
    await this.#applyViewport(await this.ready, viewport)
  }

  /** @param {Session} session @param {Viewport} viewport */
  #applyViewport(session, { width, height, zoom }) {
    return session.send('Emulation.setDeviceMetricsOverride', {
      width: Math.max(1, Math.round(width / zoom)),
      height: Math.max(1, Math.round(height / zoom)),
      deviceScaleFactor: zoom,
      mobile: false,
    })
  }

  /** The context of the preload's world in the main frame, if a document is there. */
  get mainWorldOfPreload() {
    for (const [context, frame] of this.worlds) if (frame === this.targetId) return context
    return undefined
  }

  /**
   * Hands a message to the preload's world. A world that is gone takes its messages with it.
   * @param {number} context
   * @param {unknown[]} message
   */
  post(context, message) {
    this.session?.tell('Runtime.callFunctionOn', {
      functionDeclaration: `function (text) { globalThis[${JSON.stringify(this.scripts.receiver)}](text) }`,
      arguments: [{ value: JSON.stringify(message) }],
      executionContextId: context,
      silent: true,
    })
  }

  markGone() {
    if (this.closed) return
    this.closed = true
    this.emit('gone')
  }
}
