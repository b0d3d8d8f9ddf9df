// @ts-check
import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import { app } from '../app/app.mjs'
import { browser } from '../chromium/browser.mjs'
import { isRegistered, originOf, toBrowser, toProgram } from '../network/origins.mjs'
import { grantedPermissions } from '../network/permissions.mjs'
import { report } from '../start/report.mjs'

/** @import { Protocol } from '../../../node_modules/playwright-core/types/protocol' */
/** @typedef {import('./web-contents.mjs').WebContents} WebContents */

/** How long a page that is busy may take to say that it asked for a navigation itself. */
const BUSY_LIMIT_MS = 1000

/** Chromium's numbers of the errors that `did-fail-load` tells. @type {Record<string, number>} */
const errorCodes = {
  ERR_ABORTED: -3,
  ERR_FAILED: -2,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_UNKNOWN_URL_SCHEME: -302,
}

/** Where a page is, how it got there, and who had to be asked. */
export class Navigation {
  /** @param {WebContents} contents */
  constructor(contents) {
    this.contents = contents
    this.url = ''
    this.title = ''
    this.loading = false
    this.crashed = false
    /** A document has been asked for and has not told its load event yet. */
    this.awaitsDocument = false
    /** What Chromium shows its own error page for. */
    this.failedUrl = ''
    /** Addresses that the program itself has asked for, as Chromium writes them. @type {Set<string>} */
    this.ordered = new Set()
    /** Addresses that scripts and links of the page have asked for. @type {Set<string>} */
    this.requested = new Set()
    this.readsFiles = false
    /** @type {PromiseWithResolvers<void> | undefined} */
    this.current = undefined
  }

  /**
   * Loads a page; resolves when it has finished loading, rejects with Chromium's error.
   * @param {string} url
   */
  async load(url) {
    const current = (this.current = Promise.withResolvers())
    current.promise.catch(() => undefined)
    this.#begin()
    const session = await this.contents.page.ready
    const target = toBrowser(url)
    this.ordered.add(withoutFragment(target))
    this.awaitsDocument = true
    const { errorText, loaderId } = await session.send('Page.navigate', { url: target })
    if (errorText !== undefined) this.#fail(errorText, url)
    // Without a loader it was a step inside the document, which has no load event.
    else if (loaderId === undefined) this.finished()
    return current.promise
  }

  /** @param {string} path */
  loadFile(path) {
    this.readsFiles = true
    return this.load(pathToFileURL(resolve(app.getAppPath(), path)).href)
  }

  reload() {
    this.ordered.add(withoutFragment(toBrowser(this.url)))
    this.#begin()
    this.contents.page.session?.tell('Page.reload')
  }

  #begin() {
    if (this.loading) return
    this.loading = true
    this.contents.emit('did-start-loading')
  }

  /** Resolves when no page is being loaded. */
  async settled() {
    await this.current?.promise.catch(() => undefined)
  }

  /** @param {string} url */
  mayReadFile(url) {
    return this.readsFiles && url.startsWith('file:')
  }

  /**
   * Asks the program about a document that a frame is about to load.
   * @param {Protocol.Fetch.requestPausedPayload} paused
   * @param {string} url
   */
  async permits(paused, url) {
    const isMainFrame = paused.frameId === this.contents.page.targetId
    if (paused.redirectedRequestId !== undefined)
      return this.#ask('will-redirect', url, isMainFrame)
    const asked = withoutFragment(paused.request.url)
    if (isMainFrame && (this.ordered.delete(asked) || !(await this.#cameFromPage(asked))))
      return true
    return this.#askToLeave(url, isMainFrame)
  }

  /**
   * True unless it was ordered from outside (Playwright's goto and reload). The page says so before
   * it asks for the document, but on another wire, so one round trip over that wire settles it.
   * @param {string} browserUrl
   */
  async #cameFromPage(browserUrl) {
    const asked = () => this.requested.delete(browserUrl)
    if (asked()) return true
    const roundTrip = this.contents.page.session
      ?.send('Runtime.evaluate', { expression: '0' })
      .then(() => false)
    const isBusy = await Promise.race([
      roundTrip,
      new Promise((done) => setTimeout(() => done(true), BUSY_LIMIT_MS).unref()),
    ])
    return asked() || isBusy === true
  }

  /** A page follows a link to a scheme that Chromium would hand to the operating system. @param {string} url */
  leaveTo(url) {
    if (!this.#askToLeave(url, true)) return
    if (isRegistered(url.slice(0, url.indexOf(':')))) void this.load(url).catch(() => undefined)
    else report('shell', { action: 'open', url })
  }

  /** @param {string} url @param {boolean} isMainFrame */
  #askToLeave(url, isMainFrame) {
    const agreed = this.#ask('will-frame-navigate', url, isMainFrame)
    return agreed && (!isMainFrame || this.#ask('will-navigate', url, isMainFrame))
  }

  /** @param {string} name @param {string} url @param {boolean} isMainFrame */
  #ask(name, url, isMainFrame) {
    const event = this.#eventOf(url, isMainFrame, false)
    this.contents.emit(name, event, url, false, isMainFrame, 0, 0)
    return !event.defaultPrevented
  }

  /** @param {string} url @param {boolean} isMainFrame @param {boolean} isSameDocument */
  #eventOf(url, isMainFrame, isSameDocument) {
    const frame = this.contents.mainFrame
    const event = this.contents.createEvent()
    return Object.assign(event, { url, isMainFrame, isSameDocument, frame, initiator: frame })
  }

  /** @param {string} browserUrl @param {boolean} isMainFrame @param {boolean} isSameDocument */
  started(browserUrl, isMainFrame, isSameDocument) {
    const url = toProgram(browserUrl)
    if (isMainFrame && !isSameDocument) {
      this.awaitsDocument = true
      this.#begin()
    }
    this.contents.emit(
      'did-start-navigation',
      this.#eventOf(url, isMainFrame, isSameDocument),
      url,
      isSameDocument,
      isMainFrame,
      0,
      0,
    )
  }

  /** @param {Protocol.Page.Frame} frame the main frame with its new document */
  committed(frame) {
    this.crashed = false
    this.requested.clear()
    this.url = toProgram(frame.unreachableUrl ?? frame.url)
    if (frame.unreachableUrl === undefined) {
      this.contents.emit('did-navigate', this.contents.createEvent(), this.url, 200, 'OK')
    } else if (this.url !== this.failedUrl) this.#fail('ERR_FAILED', this.url)
  }

  /** @param {string} browserUrl */
  movedWithin(browserUrl) {
    this.url = toProgram(browserUrl)
    this.contents.emit('did-navigate-in-page', this.contents.createEvent(), this.url, true, 0, 0)
  }

  finished() {
    if (!this.awaitsDocument) return
    this.awaitsDocument = false
    this.failedUrl = ''
    this.contents.emit('did-finish-load')
    this.stopped()
    this.current?.resolve()
  }

  stopped() {
    if (!this.loading) return
    this.loading = false
    this.contents.emit('did-stop-loading')
  }

  /** @param {string} errorText @param {string} url */
  #fail(errorText, url) {
    const name = errorText.replace(/^net::/, '').replace(/\.Inspector$/, '')
    const code = errorCodes[name] ?? errorCodes.ERR_FAILED
    this.awaitsDocument = false
    this.failedUrl = url
    this.contents.emit('did-fail-load', this.contents.createEvent(), code, name, url, true, 0, 0)
    this.stopped()
    this.current?.reject(
      Object.assign(new Error(`${name} (${code}) loading '${url}'`), {
        code: name,
        errno: code,
        url,
      }),
    )
  }

  /** Tells Chromium what the program's permission handlers grant to a page. @param {string} url */
  async preparePermissions(url) {
    const { session } = this.contents
    const permissions = await grantedPermissions(
      session.permissionHandlers,
      this.contents,
      originOf(url),
    )
    const browserContextId = await session.browserContext()
    await browser.root.send('Browser.grantPermissions', {
      origin: new URL(toBrowser(url)).origin,
      permissions,
      ...(browserContextId === undefined ? {} : { browserContextId }),
    })
  }
}

/** Chromium asks for documents without the fragment of their address. @param {string} url */
export function withoutFragment(url) {
  const end = url.indexOf('#')
  return URL.canParse(url) ? new URL(end === -1 ? url : url.slice(0, end)).href : url
}
