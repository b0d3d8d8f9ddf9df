// @ts-check
import { strict } from '../start/strict.mjs'
import { isRegistered, registerScheme } from './origins.mjs'

/** @typedef {(request: Request) => Response | Promise<Response>} Handler */

/** The schemes that one session serves itself. */
export class SessionProtocol {
  constructor() {
    /** @type {Map<string, Handler>} */
    this.handlers = new Map()
    this.api = strict('protocol', {
      handle: this.#handle.bind(this),
      /** @param {string} scheme */
      unhandle: (scheme) => {
        if (!this.handlers.delete(scheme)) throw new Error(`The scheme "${scheme}" has no handler.`)
      },
      /** @param {string} scheme */
      isProtocolHandled: (scheme) => this.handlers.has(scheme),
    })
  }

  /** @param {string} scheme @param {Handler} handler */
  #handle(scheme, handler) {
    if (this.handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    if (!isRegistered(scheme)) {
      throw new Error(
        `The stand-in serves schemes of registerSchemesAsPrivileged only, not "${scheme}".`,
      )
    }
    this.handlers.set(scheme, handler)
  }
}

/**
 * Electron's `protocol` module: the default session's schemes, and the registration of privileges,
 * which has to come before the app is ready.
 * @param {SessionProtocol} ofDefaultSession
 * @param {() => boolean} isReady
 */
export function protocolModule(ofDefaultSession, isReady) {
  return strict('protocol', {
    ...ofDefaultSession.api,
    /** @param {{ scheme: string, privileges?: import('./origins.mjs').Privileges }[]} list */
    registerSchemesAsPrivileged(list) {
      if (isReady())
        throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
      for (const { scheme, privileges } of list) registerScheme(scheme, privileges ?? {})
    },
  })
}
