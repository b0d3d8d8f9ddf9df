// @ts-check
import { fromTree, toTree } from '../page/clone.mjs'
import { report } from '../start/report.mjs'
import { realPaths } from './dropped-files.mjs'
import { ipcMain } from './ipc-main.mjs'

/** @typedef {import('../page/clone.mjs').Tree} Tree */
/** @typedef {import('./web-contents.mjs').WebContents} WebContents */

/**
 * Takes the messages of a page's preload world, in their order, and hands them to whom they concern.
 * @param {WebContents} contents
 */
export function receiveMessages(contents) {
  const { page } = contents
  /** A message that waits for file paths must not be overtaken. @type {Promise<void> | undefined} */
  let queue
  page.on('message', (/** @type {string} */ text, /** @type {number} */ context) => {
    const paths = realPaths(page, text, context)
    if (!paths && !queue) return receive(contents, text, context)
    const turn = Promise.all([paths ?? text, queue]).then(([complete]) => {
      receive(contents, complete, context)
      if (queue === turn) queue = undefined
    })
    queue = turn
  })
}

/** @param {WebContents} contents @param {string} text @param {number} context */
function receive(contents, text, context) {
  if (contents.isDestroyed()) return
  const [kind, ...parts] = /** @type {[string, ...Tree[]]} */ (JSON.parse(text))
  switch (kind) {
    case 'invoke':
      return void answer(contents, context, /** @type {[number, string, Tree]} */ (parts))
    case 'send':
      return deliver(contents, .../** @type {[string, Tree]} */ (parts))
    case 'key':
      return contents.keyboard.receive(
        /** @type {never} */ (parts[0]),
        /** @type {number | null} */ (parts[1]),
      )
    case 'open':
      return contents.popups.ask(String(parts[0]), String(parts[1]), String(parts[2]))
    case 'navigate':
      return contents.navigation.leaveTo(String(parts[0]))
    case 'close':
      return contents.close()
    case 'preload-error': {
      const error = Object.assign(new Error(String(parts[0])), { stack: String(parts[1]) })
      report('preload-error', { message: error.message })
      contents.emit('preload-error', contents.createEvent(), contents.preloadPath, error)
    }
  }
}

/** @param {WebContents} contents */
function ipcEvent(contents) {
  const frame = contents.mainFrame
  return Object.assign(contents.createEvent(), {
    type: 'frame',
    sender: contents,
    senderFrame: frame,
    frameId: frame.routingId,
    processId: frame.processId,
    frameTreeNodeId: frame.frameTreeNodeId,
    ports: [],
  })
}

/** @param {WebContents} contents @param {number} context @param {[number, string, Tree]} call */
async function answer(contents, context, [id, channel, args]) {
  const handler = contents.ipc.handlers.get(channel) ?? ipcMain.handlers.get(channel)
  try {
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    const result = await handler(ipcEvent(contents), .../** @type {unknown[]} */ (fromTree(args)))
    contents.page.post(context, ['reply', id, toTree(result), null])
  } catch (error) {
    process.stderr.write(
      `Error occurred in handler for '${channel}': ${error instanceof Error ? error.stack : error}\n`,
    )
    contents.page.post(context, ['reply', id, null, String(error)])
  }
}

/** @param {WebContents} contents @param {string} channel @param {Tree} args */
function deliver(contents, channel, args) {
  const values = /** @type {unknown[]} */ (fromTree(args))
  const event = ipcEvent(contents)
  contents.emit('ipc-message', event, channel, ...values)
  contents.ipc.emit(channel, event, ...values)
  ipcMain.emit(channel, event, ...values)
}
