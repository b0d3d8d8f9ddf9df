// @ts-check
import { notImplemented, report } from '../start/report.mjs'
import { strict } from '../start/strict.mjs'

/** @typedef {{ title?: string, message?: string, defaultPath?: string }} Options */

/**
 * Nobody sits in front of a stand-in: a dialog that no test has replaced is reported and closed.
 * @template T
 * @param {string} name
 * @param {T} cancelled
 */
function unscripted(name, cancelled) {
  /** @param {unknown} first the window, or the options @param {Options} [second] @returns {Promise<T>} */
  return (first, second) => {
    const { title, message, defaultPath } = /** @type {Options} */ (second ?? first ?? {})
    report('dialog', { name, title, message, defaultPath })
    return Promise.resolve(cancelled)
  }
}

/** A dialog that stops the main process stops everything; the product has no use for it. @param {string} name */
function blocking(name) {
  return () => notImplemented(`dialog.${name}`)
}

/** Electron's `dialog` module. Tests put their answers in place of its functions. */
export const dialog = strict('dialog', {
  showOpenDialog: unscripted('showOpenDialog', {
    canceled: true,
    filePaths: /** @type {string[]} */ ([]),
  }),
  showSaveDialog: unscripted('showSaveDialog', { canceled: true, filePath: '' }),
  /** @param {unknown} first @param {Electron.MessageBoxOptions} [second] */
  showMessageBox(first, second) {
    const options = /** @type {Electron.MessageBoxOptions} */ (second ?? first)
    const cancelled = { response: options.cancelId ?? 0, checkboxChecked: false }
    return unscripted('showMessageBox', cancelled)(options)
  },
  /** @param {string} title @param {string} content */
  showErrorBox(title, content) {
    report('dialog', { name: 'showErrorBox', title, message: content })
  },
  showOpenDialogSync: blocking('showOpenDialogSync'),
  showSaveDialogSync: blocking('showSaveDialogSync'),
  showMessageBoxSync: blocking('showMessageBoxSync'),
})
