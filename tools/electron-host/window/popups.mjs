// @ts-check
import { notImplemented } from '../start/report.mjs'
import { toProgram } from '../network/origins.mjs'

/** Second windows that a page asks for: the program is asked, and the stand-in only knows "no". */
export class Popups {
  /** @param {import('./web-contents.mjs').WebContents} contents */
  constructor(contents) {
    this.contents = contents
    /** @type {Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | undefined} */
    this.handler = undefined
  }

  /** @param {string} url @param {string} frameName @param {string} features */
  ask(url, frameName, features) {
    const { handler } = this
    const answer = handler?.({
      url: toProgram(url),
      frameName,
      features,
      disposition: features === '' ? 'foreground-tab' : 'new-window',
      referrer: { url: '', policy: 'strict-origin-when-cross-origin' },
    })
    if (answer?.action !== 'deny') notImplemented('a window that a page opens')
  }
}
