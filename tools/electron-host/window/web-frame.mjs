// @ts-check
import { originOf } from '../network/origins.mjs'
import { strict } from '../start/strict.mjs'

/**
 * The main frame of a page as Electron's WebFrameMain.
 * @param {import('./web-contents.mjs').WebContents} contents
 */
export function mainFrameOf(contents) {
  return strict('WebFrameMain', {
    frameTreeNodeId: contents.id,
    processId: contents.id,
    routingId: 1,
    osProcessId: 0,
    name: '',
    parent: null,
    detached: false,
    frames: [],
    get framesInSubtree() {
      return [this]
    },
    get top() {
      return this
    },
    get url() {
      return contents.getURL()
    },
    get origin() {
      return originOf(contents.getURL())
    },
    get visibilityState() {
      return 'visible'
    },
    isDestroyed: () => contents.isDestroyed(),
    /** @param {string} code @param {boolean} [userGesture] */
    executeJavaScript: (code, userGesture) => contents.executeJavaScript(code, userGesture),
    /** @param {string} channel @param {...unknown} args */
    send: (channel, ...args) => contents.send(channel, ...args),
    reload: () => contents.reload(),
  })
}

/** @typedef {ReturnType<typeof mainFrameOf>} WebFrameMain */
