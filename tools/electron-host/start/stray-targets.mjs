// @ts-check
import { browser } from '../chromium/browser.mjs'
import { WebContents } from '../window/web-contents.mjs'

/** @import { Protocol } from '../../../node_modules/playwright-core/types/protocol' */
/** @typedef {import('../chromium/cdp.mjs').Session} Session */

/**
 * Pages and workers that Chromium opens by itself: a second window that a link asks for is put to the
 * program like `window.open`, any other page is closed, and workers go on.
 */
export function receiveStrayTargets() {
  browser.on(
    'stray-target',
    (/** @type {Protocol.Target.TargetInfo} */ info, /** @type {Session} */ session) => {
      if (info.type !== 'page') return session.tell('Runtime.runIfWaitingForDebugger')
      const opener = WebContents.getAllWebContents().find(
        ({ page }) => page.targetId === info.openerId,
      )
      opener?.popups.ask(info.url || 'about:blank', '', '')
      browser.root.tell('Target.closeTarget', { targetId: info.targetId })
    },
  )
}
