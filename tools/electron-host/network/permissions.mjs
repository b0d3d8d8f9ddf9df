// @ts-check

/**
 * Chromium cannot be made to ask us when a page asks for a permission. So the program's own handlers
 * are asked before a page opens, for each permission there is, and Chromium is told their answers.
 */

/** @import { Protocol } from '../../../node_modules/playwright-core/types/protocol' */
/**
 * @typedef {(contents: unknown, permission: string, decide: (granted: boolean) => void, details: object) => void} RequestHandler
 * @typedef {(contents: unknown, permission: string, origin: string, details: object) => boolean} CheckHandler
 * @typedef {{ request?: RequestHandler | null, check?: CheckHandler | null }} Handlers
 */

/** Electron's name and Chromium's. @type {readonly (readonly [string, Protocol.Browser.PermissionType])[]} */
const permissions = [
  ['clipboard-read', 'clipboardReadWrite'],
  ['clipboard-sanitized-write', 'clipboardSanitizedWrite'],
  ['geolocation', 'geolocation'],
  ['idle-detection', 'idleDetection'],
  ['media', 'audioCapture'],
  ['media', 'videoCapture'],
  ['midiSysex', 'midiSysex'],
  ['notifications', 'notifications'],
  ['storage-access', 'storageAccess'],
  ['window-management', 'windowManagement'],
]

/**
 * The permissions that the program would grant to a page of `origin`. Electron grants all of them
 * to a program without handlers.
 * @param {Handlers} handlers
 * @param {unknown} contents
 * @param {string} origin
 * @returns {Promise<Protocol.Browser.PermissionType[]>}
 */
export async function grantedPermissions(handlers, contents, origin) {
  const details = { requestingUrl: `${origin}/`, isMainFrame: true }
  /** @type {Protocol.Browser.PermissionType[]} */
  const granted = []
  for (const [name, chromiumName] of permissions) {
    if (handlers.check && !handlers.check(contents, name, origin, details)) continue
    const { request } = handlers
    const agreed =
      !request || (await new Promise((resolve) => request(contents, name, resolve, details)))
    if (agreed) granted.push(chromiumName)
  }
  return granted
}
