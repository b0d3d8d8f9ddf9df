// @ts-check
import { EventEmitter } from 'node:events'
import { notImplemented } from './report.mjs'

/** What JavaScript itself, consoles and test tools ask any object for. */
const asked = new Set([
  'then',
  'toJSON',
  'inspect',
  'constructor',
  'nodeType',
  'asymmetricMatch',
  '$$typeof',
  'domain',
])

/**
 * A prototype that answers with `base` and fails whatever else is asked for, so that no use of a
 * missing part of Electron passes in silence.
 * @template {object} T
 * @param {string} owner
 * @param {T} base
 * @returns {T}
 */
function failing(owner, base) {
  return new Proxy(base, {
    get(target, name, receiver) {
      if (name in target || typeof name === 'symbol' || asked.has(name))
        return Reflect.get(target, name, receiver)
      return notImplemented(`${owner}.${name}`)
    },
  })
}

/**
 * Makes a plain object fail on properties it does not have. It stays mutable, as tests need.
 * @template {object} T
 * @param {string} owner
 * @param {T} object
 * @returns {T}
 */
export function strict(owner, object) {
  return Object.setPrototypeOf(object, failing(owner, Object.prototype))
}

/**
 * A base class for emitters whose instances and statics fail on what they do not have.
 * @param {string} owner
 */
export function strictEmitter(owner) {
  class StrictEmitter extends EventEmitter {}
  Object.setPrototypeOf(StrictEmitter.prototype, failing(owner, EventEmitter.prototype))
  Object.setPrototypeOf(StrictEmitter, failing(owner, EventEmitter))
  return StrictEmitter
}

/**
 * A whole part of Electron that is not there: any use of it fails.
 * @param {string} owner
 */
export function absent(owner) {
  const fail = () => notImplemented(owner)
  return new Proxy(function () {}, {
    get: (target, name) =>
      typeof name === 'symbol' || asked.has(name) || name === 'prototype'
        ? Reflect.get(target, name)
        : notImplemented(`${owner}.${name}`),
    apply: fail,
    construct: fail,
  })
}
