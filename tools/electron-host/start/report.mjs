// @ts-check
import { appendFileSync } from 'node:fs'

/**
 * @typedef {'dialog' | 'network' | 'shell' | 'download' | 'not-implemented' | 'crash' |
 *   'script-dialog' | 'preload-error'} ReportType
 * @typedef {{ type: ReportType, [detail: string]: unknown }} Report
 */

/** What happened that no test has scripted; tests assert that it stays empty. @type {Report[]} */
export const events = []

/**
 * Records something unexpected: in `__electronHost.events`, on the error output and, as a line of
 * JSON, in the file that SEVENTY_HOST_REPORT names.
 * @param {ReportType} type
 * @param {Record<string, unknown>} details
 */
export function report(type, details) {
  /** @type {Report} */
  const event = { type, ...details }
  const line = JSON.stringify(event)
  events.push(event)
  process.stderr.write(`electron-host: ${line}\n`)
  const file = process.env.SEVENTY_HOST_REPORT
  if (file) appendFileSync(file, `${line}\n`)
}

/**
 * Fails a use of Electron that the stand-in does not have.
 * @param {string} name
 * @returns {never}
 */
export function notImplemented(name) {
  report('not-implemented', { name })
  throw new Error(`not implemented by the stand-in: ${name}`)
}
