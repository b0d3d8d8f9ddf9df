// @ts-check
import { notImplemented } from '../start/report.mjs'

/** What a page must never get, here as in every secure Electron program. */
const required = /** @type {const} */ ({
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
})

const harmless = new Set([
  'additionalArguments',
  'backgroundThrottling',
  'devTools',
  'disableDialogs',
  'enableWebSQL',
  'navigateOnDragDrop',
  'partition',
  'preload',
  'safeDialogs',
  'session',
  'spellcheck',
  'zoomFactor',
])

/**
 * The preferences as they are; throws for an insecure one and for one that the stand-in lacks.
 * @param {Electron.WebPreferences} preferences
 */
export function checkPreferences(preferences) {
  for (const [name, value] of Object.entries(preferences)) {
    if (name in required) {
      const wanted = required[/** @type {keyof typeof required} */ (name)]
      if (value !== wanted)
        throw new Error(
          `The stand-in refuses webPreferences.${name}: ${value}; it has to be ${wanted}.`,
        )
    } else if (!harmless.has(name)) {
      notImplemented(`webPreferences.${name}`)
    }
  }
  return preferences
}
