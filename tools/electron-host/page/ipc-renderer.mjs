// @ts-check
import { fromTree, toTree } from './clone.mjs'
import { Emitter } from './emitter.mjs'

/** @typedef {import('./clone.mjs').Tree} Tree */
/** @typedef {import('./host-link.mjs').HostLink} HostLink */

/** The preload's end of the IPC. */
export class IpcRenderer extends Emitter {
  /** @param {HostLink} link */
  constructor(link) {
    super()
    this.link = link
    this.lastCall = 0
    /** @type {Map<number, { channel: string, resolve: (value: unknown) => void, reject: (error: Error) => void }>} */
    this.calls = new Map()
    link.on(
      'reply',
      (/** @type {number} */ id, /** @type {Tree} */ result, /** @type {string | null} */ error) =>
        this.settle(id, result, error),
    )
    link.on('message', (/** @type {string} */ channel, /** @type {Tree} */ args) => {
      this.emit(channel, { sender: this, ports: [] }, .../** @type {unknown[]} */ (fromTree(args)))
    })
  }

  /** @param {string} channel @param {...unknown} args @returns {Promise<unknown>} */
  async invoke(channel, ...args) {
    const tree = toTree(args)
    const id = ++this.lastCall
    return new Promise((resolve, reject) => {
      this.calls.set(id, { channel, resolve, reject })
      this.link.send('invoke', id, channel, tree)
    })
  }

  /** @param {string} channel @param {...unknown} args */
  send(channel, ...args) {
    this.link.send('send', channel, toTree(args))
  }

  /** @param {number} id @param {Tree} result @param {string | null} error */
  settle(id, result, error) {
    const call = this.calls.get(id)
    this.calls.delete(id)
    if (error === null) call?.resolve(fromTree(result))
    else call?.reject(new Error(`Error invoking remote method '${call.channel}': ${error}`))
  }
}
