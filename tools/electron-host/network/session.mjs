// @ts-check
import { browser } from '../chromium/browser.mjs'
import { strict, strictEmitter } from '../start/strict.mjs'
import { SessionProtocol } from './protocol.mjs'
import { WebRequest } from './web-request.mjs'

/** @typedef {import('./permissions.mjs').Handlers} PermissionHandlers */

/** What pages of one partition share: schemes, request listeners, permissions, storage. */
export class Session extends strictEmitter('session') {
  /** @param {string} partition '' for the default session */
  constructor(partition) {
    super()
    this.partition = partition
    this.schemes = new SessionProtocol()
    this.requests = new WebRequest()
    this.protocol = this.schemes.api
    this.webRequest = this.requests.api
    /** @type {PermissionHandlers} */
    this.permissionHandlers = {}
    /** @type {Promise<string> | undefined} */
    this.context = undefined
    this.userAgent = ''
    this.spellCheckerEnabled = true
    /** @type {string[]} */
    this.spellCheckerLanguages = []
  }

  /** Chromium's storage of this partition; the default one needs no context of its own. */
  async browserContext() {
    if (this.partition === '') return undefined
    this.context ??= browser.root
      .send('Target.createBrowserContext', { disposeOnDetach: true })
      .then(({ browserContextId }) => browserContextId)
    return this.context
  }

  /** @param {import('./permissions.mjs').RequestHandler | null} handler */
  setPermissionRequestHandler(handler) {
    this.permissionHandlers.request = handler
  }

  /** @param {import('./permissions.mjs').CheckHandler | null} handler */
  setPermissionCheckHandler(handler) {
    this.permissionHandlers.check = handler
  }

  // Chromium is started without devices, screen capture and Bluetooth; nothing ever asks these three.
  setDevicePermissionHandler() {}
  setDisplayMediaRequestHandler() {}
  setBluetoothPairingHandler() {}

  /** Taken and not needed: no request leaves the stand-in. @returns {Promise<void>} */
  setProxy() {
    return Promise.resolve()
  }

  /** @returns {Promise<void>} */
  closeAllConnections() {
    return Promise.resolve()
  }

  /** @param {boolean} enabled */
  setSpellCheckerEnabled(enabled) {
    this.spellCheckerEnabled = enabled
  }

  isSpellCheckerEnabled() {
    return this.spellCheckerEnabled
  }

  /** @param {string[]} languages */
  setSpellCheckerLanguages(languages) {
    this.spellCheckerLanguages = languages
  }

  getSpellCheckerLanguages() {
    return this.spellCheckerLanguages
  }

  /** @param {string} userAgent */
  setUserAgent(userAgent) {
    this.userAgent = userAgent
  }

  getUserAgent() {
    return this.userAgent
  }

  /** Answers of the program's protocol handlers are not cached. @returns {Promise<void>} */
  clearCache() {
    return Promise.resolve()
  }

  /** @returns {Promise<void>} */
  async clearStorageData() {
    await browser.ready
    const browserContextId = await this.browserContext()
    const targets = await browser.root.send('Target.getTargets')
    const pages = targets.targetInfos.filter((target) => target.type === 'page')
    const origins = new Set(
      pages.filter(({ url }) => URL.canParse(url)).map(({ url }) => new URL(url).origin),
    )
    await browser.root.send('Storage.clearCookies', { browserContextId })
    for (const origin of origins) {
      await browser.root.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
    }
  }
}

/** @type {Map<string, Session>} */
const sessions = new Map()

/** The session of a partition; the same object each time. @param {string} partition */
export function fromPartition(partition) {
  const known = sessions.get(partition)
  if (known) return known
  const created = new Session(partition)
  sessions.set(partition, created)
  return created
}

export const defaultSession = fromPartition('')

/** Electron's `session` module. */
export const sessionModule = strict('session', { defaultSession, fromPartition, Session })
