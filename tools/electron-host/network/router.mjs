// @ts-check
import { CdpError } from '../chromium/cdp.mjs'
import { browser } from '../chromium/browser.mjs'
import { report } from '../start/report.mjs'
import { headerToBrowser, headerToProgram, toBrowser, toProgram } from './origins.mjs'
import { defaultSession } from './session.mjs'

/** @import { Protocol } from '../../../node_modules/playwright-core/types/protocol' */
/** @typedef {import('../window/web-contents.mjs').WebContents} WebContents */
/** @typedef {import('./session.mjs').Session} Session */
/** @typedef {import('./web-request.mjs').RequestDetails} RequestDetails */
/** @typedef {Protocol.Fetch.requestPausedPayload} Paused */

/** @type {Partial<Record<Protocol.Network.ResourceType, string>>} */
const resourceTypes = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  Media: 'media',
}

let requests = 0

/**
 * Puts itself between Chromium and every network: what the program serves is answered by its own
 * handlers, everything else is refused and reported.
 * @param {(frameId: string) => WebContents | undefined} ownerOf the page that a frame belongs to
 */
export async function routeRequests(ownerOf) {
  browser.root.on('Fetch.requestPaused', (paused) => {
    const contents = ownerOf(paused.frameId)
    route(paused, contents).catch((error) => {
      // A page that was closed or moved on no longer waits for its answer.
      if (error instanceof CdpError) return
      process.stderr.write(`electron-host: ${error instanceof Error ? error.stack : error}\n`)
      fail(paused, 'Failed')
    })
  })
  await browser.root.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
}

/** @param {Paused} paused @param {WebContents | undefined} contents */
async function route(paused, contents) {
  const url = toProgram(paused.request.url)
  // Chromium's tab strip wants an icon; an Electron window has no tabs.
  if (paused.resourceType === 'Other' && /^[a-z]+:\/\/[^/]*\/favicon\.ico$/.test(url)) {
    return browser.root.tell('Fetch.fulfillRequest', {
      requestId: paused.requestId,
      responseCode: 204,
    })
  }
  const address = url + (paused.request.urlFragment ?? '')
  if (
    paused.resourceType === 'Document' &&
    contents &&
    !(await contents.navigation.permits(paused, address))
  ) {
    return fail(paused, 'Aborted')
  }
  const session = contents?.session ?? defaultSession
  const details = describe(paused, url, contents)
  const { cancel, redirectURL } = await session.requests.ask('onBeforeRequest', details)
  const handler = session.schemes.handlers.get(url.slice(0, url.indexOf(':')))
  if (cancel || !handler) {
    if (!cancel && contents?.navigation.mayReadFile(url)) {
      return browser.root.tell('Fetch.continueRequest', { requestId: paused.requestId })
    }
    report('network', {
      url,
      resourceType: details.resourceType,
      cancelledByProgram: cancel === true,
    })
    return fail(paused, 'BlockedByClient')
  }
  if (redirectURL) return redirect(paused, redirectURL)
  if (paused.resourceType === 'Document' && contents)
    await contents.navigation.preparePermissions(url)
  await serve(paused, details, session, handler)
}

/**
 * @param {Paused} paused
 * @param {RequestDetails} details
 * @param {Session} session
 * @param {import('./protocol.mjs').Handler} handler
 */
async function serve(paused, details, session, handler) {
  const sent = requestHeaders(paused)
  const before = await session.requests.ask('onBeforeSendHeaders', {
    ...details,
    requestHeaders: sent,
  })
  if (before.cancel) return fail(paused, 'BlockedByClient')
  const { method, postDataEntries } = paused.request
  const body =
    postDataEntries &&
    Buffer.concat(postDataEntries.map(({ bytes }) => Buffer.from(bytes ?? '', 'base64')))
  const request = new Request(details.url, {
    method,
    headers: before.requestHeaders ?? sent,
    ...(body && method !== 'GET' && method !== 'HEAD' ? { body } : {}),
  })
  const response = await handler(request)
  if (!(response instanceof Response) || response.type === 'error') return fail(paused, 'Failed')
  const received = responseHeaders(response)
  const after = await session.requests.ask('onHeadersReceived', {
    ...details,
    responseHeaders: received,
    statusCode: response.status,
    statusLine: `HTTP/1.1 ${response.status} ${response.statusText}`.trimEnd(),
  })
  if (after.cancel) return fail(paused, 'BlockedByClient')
  await browser.root.send('Fetch.fulfillRequest', {
    requestId: paused.requestId,
    responseCode: response.status,
    responseHeaders: headerEntries(after.responseHeaders ?? received),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  })
}

/** @param {Paused} paused @param {string} url */
function redirect(paused, url) {
  return browser.root.send('Fetch.fulfillRequest', {
    requestId: paused.requestId,
    responseCode: 307,
    responseHeaders: [{ name: 'location', value: toBrowser(url) }],
  })
}

/** @param {Paused} paused @param {Protocol.Network.ErrorReason} errorReason */
function fail({ requestId }, errorReason) {
  browser.root.tell('Fetch.failRequest', { requestId, errorReason })
}

/** @param {Paused} paused @param {string} url @param {WebContents | undefined} contents @returns {RequestDetails} */
function describe(paused, url, contents) {
  const isDocument = paused.resourceType === 'Document'
  const frameType = paused.frameId === contents?.page.targetId ? 'mainFrame' : 'subFrame'
  return {
    id: ++requests,
    url,
    method: paused.request.method,
    webContentsId: contents?.id,
    webContents: contents,
    frame: contents?.mainFrame,
    resourceType: isDocument ? frameType : (resourceTypes[paused.resourceType] ?? 'other'),
    referrer: toProgram(paused.request.headers.Referer ?? ''),
    timestamp: Date.now(),
  }
}

/** @param {Paused} paused @returns {Record<string, string>} */
function requestHeaders({ request }) {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, headerToProgram(value)]),
  )
}

/** @param {Response} response @returns {Record<string, string[]>} */
function responseHeaders(response) {
  /** @type {Record<string, string[]>} */
  const headers = {}
  for (const [name, value] of response.headers) (headers[name] ??= []).push(value)
  return headers
}

/** @param {Record<string, string | string[]>} headers */
function headerEntries(headers) {
  return Object.entries(headers).flatMap(([name, values]) =>
    [values].flat().map((value) => ({ name, value: headerToBrowser(value) })),
  )
}
