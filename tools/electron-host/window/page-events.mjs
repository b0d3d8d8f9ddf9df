// @ts-check
import { app } from '../app/app.mjs'
import { browser } from '../chromium/browser.mjs'
import { nativeTheme } from '../system/native-theme.mjs'
import { report } from '../start/report.mjs'
import { toProgram } from '../network/origins.mjs'
import { withoutFragment } from './navigation.mjs'

/** @typedef {import('../chromium/cdp.mjs').Session} Session */
/** @typedef {import('./web-contents.mjs').WebContents} WebContents */

/** Chromium's console levels and Electron's. @type {Record<string, string>} */
const levels = {
  debug: 'debug',
  verbose: 'debug',
  warning: 'warning',
  error: 'error',
  assert: 'error',
}

/**
 * Turns what Chromium tells about a page into Electron's events.
 * @param {WebContents} contents
 */
export function watchPage(contents) {
  contents.page.on('attached', (/** @type {Session} */ session) => {
    watchNavigation(contents, session)
    watchConsole(contents, session)
    watchWorkers(session)
    watchFailures(contents, session)
  })
}

/** @param {WebContents} contents @param {Session} session */
function watchNavigation(contents, session) {
  const { navigation, page } = contents
  session.on('Page.frameRequestedNavigation', ({ url, frameId }) => {
    if (frameId === page.targetId) navigation.requested.add(withoutFragment(url))
  })
  session.on('Page.frameStartedNavigating', ({ url, frameId, navigationType }) =>
    navigation.started(url, frameId === page.targetId, /same/i.test(navigationType)),
  )
  session.on('Page.frameNavigated', ({ frame }) => {
    if (frame.parentId !== undefined) return
    applyTheme(session)
    navigation.committed(frame)
  })
  session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
    if (frameId === page.targetId) navigation.movedWithin(url)
  })
  session.on('Page.lifecycleEvent', ({ frameId, name }) => {
    if (frameId !== page.targetId || navigation.url === '') return
    if (name === 'firstPaint') contents.emit('first-paint')
  })
  session.on('Page.frameStoppedLoading', ({ frameId }) => {
    if (frameId === page.targetId) navigation.stopped()
  })
  session.on('Page.domContentEventFired', () => {
    if (navigation.url !== '') contents.emit('dom-ready', contents.createEvent())
  })
  session.on('Page.loadEventFired', () => {
    void readTitle(contents, session).then(() => navigation.finished())
  })
  const onTheme = () => applyTheme(session)
  nativeTheme.on('updated', onTheme)
  session.onDetached(() => nativeTheme.off('updated', onTheme))
}

/** @param {WebContents} contents @param {Session} session */
async function readTitle(contents, session) {
  const { result } = await session
    .send('Runtime.evaluate', { expression: 'document.title' })
    .catch(() => ({ result: { value: '' } }))
  contents.navigation.title = String(result.value)
  contents.emit('page-title-updated', contents.createEvent(), contents.navigation.title, true)
}

/** A theme that the program has chosen; the system's is left to Chromium and to tests. @param {Session} session */
function applyTheme(session) {
  const { themeSource } = nativeTheme
  const value = themeSource === 'system' ? nativeTheme.systemScheme : themeSource
  if (value === undefined) return
  session.tell('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-color-scheme', value }],
  })
}

/** @param {WebContents} contents @param {Session} session */
function watchConsole(contents, session) {
  /** @param {string} kind @param {string} message @param {number} lineNumber @param {string} source */
  const tell = (kind, message, lineNumber, source) => {
    const level = levels[kind] ?? 'info'
    const sourceId = toProgram(source)
    const details = { level, message, lineNumber, sourceId, frame: contents.mainFrame }
    const number = ['debug', 'info', 'warning', 'error'].indexOf(level)
    contents.emit(
      'console-message',
      Object.assign(contents.createEvent(), details),
      number,
      message,
      lineNumber,
      sourceId,
    )
  }
  session.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
    const [place] = stackTrace?.callFrames ?? []
    const message = args.map(({ value, description }) => String(value ?? description)).join(' ')
    tell(type, message, (place?.lineNumber ?? 0) + 1, place?.url ?? '')
  })
  session.on('Log.entryAdded', ({ entry }) =>
    tell(entry.level, entry.text, entry.lineNumber ?? 0, entry.url ?? ''),
  )
  session.on(
    'Runtime.exceptionThrown',
    ({ exceptionDetails: { text, exception, url, lineNumber } }) =>
      tell('error', `${text} ${exception?.description ?? ''}`.trim(), lineNumber, url ?? ''),
  )
}

/** Sockets are not requests to Chromium's interceptor, neither in pages nor in their workers. @param {Session} session */
function watchWorkers(session) {
  session.on('Network.webSocketCreated', ({ url }) =>
    report('network', { url, resourceType: 'webSocket', cancelledByProgram: false }),
  )
  session.on('Target.attachedToTarget', ({ sessionId }) => {
    const worker = browser.root.connection.session(sessionId)
    watchWorkers(worker)
    worker.tell('Network.enable')
    worker.tell('Runtime.runIfWaitingForDebugger')
  })
}

/** @param {WebContents} contents @param {Session} session */
function watchFailures(contents, session) {
  session.on('Inspector.targetCrashed', () => {
    const details = { reason: 'crashed', exitCode: 1 }
    contents.navigation.crashed = true
    report('crash', { url: contents.getURL() })
    contents.emit('render-process-gone', contents.createEvent(), details)
    app.emit('render-process-gone', contents.createEvent(), contents, details)
  })
  session.on('Page.javascriptDialogOpening', ({ type, message, url }) => {
    if (type !== 'beforeunload')
      report('script-dialog', { dialog: type, message, url: toProgram(url) })
    else contents.emit('will-prevent-unload', contents.createEvent())
    session.tell('Page.handleJavaScriptDialog', { accept: false })
  })
}
