// @ts-check

/**
 * What the structured clone algorithm can carry, as JSON: both ends of the IPC speak it. A plain
 * value stands for itself; everything else is an array whose first element says what follows.
 * Every object has a number in the order of its first appearance, so that cycles and shared
 * references survive.
 *
 * This file runs in the main process and, with its imports and exports taken off, inside pages.
 */

/** @typedef {import('./tree').Tree} Tree */

/** Electron's words for whatever cannot cross: functions, proxies, DOM nodes, promises. */
const NOT_CLONEABLE = 'An object could not be cloned.'

/**
 * A copy as the structured clone algorithm makes it; throws in Electron's words.
 * @template T
 * @param {T} value
 * @returns {T}
 */
export function cloneOrThrow(value) {
  try {
    return structuredClone(value)
  } catch {
    throw new Error(NOT_CLONEABLE)
  }
}

/** @param {Uint8Array} bytes @returns {string} */
function toBase64(bytes) {
  if (typeof Buffer === 'function') {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  }
  let binary = ''
  for (let start = 0; start < bytes.length; start += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000))
  }
  return btoa(binary)
}

/** @param {string} text @returns {ArrayBuffer} */
function fromBase64(text) {
  if (typeof Buffer === 'function') {
    const bytes = Buffer.from(text, 'base64')
    return new Uint8Array(bytes).buffer
  }
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0)).buffer
}

/**
 * Writes a value as a tree; throws "An object could not be cloned." as Electron does.
 * @param {unknown} value
 * @returns {Tree}
 */
export function toTree(value) {
  return write(cloneOrThrow(value), new Map())
}

/** @param {unknown} value @param {Map<object, number>} seen @returns {Tree} */
function write(value, seen) {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : ['number', Object.is(value, -0) ? '-0' : String(value)]
    case 'bigint':
      return ['bigint', String(value)]
    case 'undefined':
      return ['undefined']
    default:
      return value === null ? null : writeObject(/** @type {object} */ (value), seen)
  }
}

/** @param {object} value @param {Map<object, number>} seen @returns {Tree} */
function writeObject(value, seen) {
  const known = seen.get(value)
  if (known !== undefined) return ['same', known]
  seen.set(value, seen.size)
  const kind = Object.prototype.toString.call(value).slice(8, -1)
  if (Array.isArray(value)) return writeArray(value, seen)
  if (ArrayBuffer.isView(value)) {
    const length = kind === 'DataView' ? value.byteLength : /** @type {Uint8Array} */ (value).length
    return ['view', kind, write(value.buffer, seen), value.byteOffset, length]
  }
  if (value instanceof ArrayBuffer) return ['buffer', toBase64(new Uint8Array(value))]
  if (value instanceof Map) return ['map', ...[...value].flat().map((item) => write(item, seen))]
  if (value instanceof Set) return ['set', ...[...value].map((item) => write(item, seen))]
  if (value instanceof Date) return ['date', write(value.getTime(), seen)]
  if (value instanceof RegExp) return ['regexp', value.source, value.flags]
  if (value instanceof Error) return ['error', value.name, value.message, value.stack ?? '']
  if (value instanceof String || value instanceof Number || value instanceof Boolean) {
    return ['boxed', write(value.valueOf(), seen)]
  }
  if (kind !== 'Object') throw new Error(NOT_CLONEABLE)
  return ['object', ...Object.entries(value).flatMap(([name, item]) => [name, write(item, seen)])]
}

/** @param {unknown[]} value @param {Map<object, number>} seen @returns {Tree} */
function writeArray(value, seen) {
  const isDense = Object.keys(value).length === value.length
  if (isDense) return ['array', ...value.map((item) => write(item, seen))]
  return [
    'sparse',
    value.length,
    ...Object.entries(value).flatMap(([index, item]) => [index, write(item, seen)]),
  ]
}

/**
 * Reads what `toTree` has written.
 * @param {Tree} tree
 * @returns {unknown}
 */
export function fromTree(tree) {
  return read(tree, [])
}

/** @param {Tree | undefined} tree @param {object[]} seen @returns {unknown} */
function read(tree, seen) {
  if (!Array.isArray(tree)) return tree
  const [kind, ...rest] = tree
  switch (kind) {
    case 'undefined':
      return undefined
    case 'number':
      return Number(rest[0])
    case 'bigint':
      return BigInt(String(rest[0]))
    case 'same':
      return seen[Number(rest[0])]
    default:
      return readObject(String(kind), rest, seen)
  }
}

/** @param {string} kind @param {Tree[]} rest @param {object[]} seen @returns {object} */
function readObject(kind, rest, seen) {
  const place = seen.length
  /** @template {object} T @param {T} made @returns {T} */
  const keep = (made) => (seen[place] = made)
  switch (kind) {
    case 'object':
      return readEntries(keep({}), rest, seen)
    case 'array': {
      const array = keep(/** @type {unknown[]} */ ([]))
      for (const item of rest) array.push(read(item, seen))
      return array
    }
    case 'sparse':
      return readEntries(keep(new Array(Number(rest[0]))), rest.slice(1), seen)
    case 'map': {
      const map = keep(new Map())
      for (let at = 0; at < rest.length; at += 2)
        map.set(read(rest[at], seen), read(rest[at + 1], seen))
      return map
    }
    case 'set': {
      const set = keep(new Set())
      for (const item of rest) set.add(read(item, seen))
      return set
    }
    default:
      return readSpecial(kind, rest, seen, keep)
  }
}

/**
 * @param {string} kind
 * @param {Tree[]} rest
 * @param {object[]} seen
 * @param {<T extends object>(made: T) => T} keep
 * @returns {object}
 */
function readSpecial(kind, rest, seen, keep) {
  const [first, second, third] = rest
  switch (kind) {
    case 'date':
      return keep(new Date(/** @type {number} */ (read(first, seen))))
    case 'regexp':
      return keep(new RegExp(String(first), String(second)))
    case 'buffer':
      return keep(fromBase64(String(first)))
    case 'boxed':
      return keep(Object(read(first, seen)))
    case 'error':
      return keep(readError(String(first), String(second), String(third)))
    case 'view': {
      keep({})
      const buffer = read(second, seen)
      const View = /** @type {Record<string, new (...parts: unknown[]) => object>} */ (
        /** @type {unknown} */ (globalThis)
      )[String(first)]
      if (!View) throw new Error(NOT_CLONEABLE)
      return keep(new View(buffer, third, rest[3]))
    }
    default:
      throw new Error(`unknown kind of value: ${kind}`)
  }
}

/** @template {object} T @param {T} target @param {Tree[]} rest @param {object[]} seen @returns {T} */
function readEntries(target, rest, seen) {
  for (let at = 0; at < rest.length; at += 2) {
    // defineProperty, because a name may be "__proto__".
    Object.defineProperty(target, String(rest[at]), {
      value: read(rest[at + 1], seen),
      writable: true,
      enumerable: true,
      configurable: true,
    })
  }
  return target
}

/** @param {string} name @param {string} message @param {string} stack */
function readError(name, message, stack) {
  const builtIn = { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError }
  const Type = builtIn[/** @type {keyof typeof builtIn} */ (name)] ?? Error
  const error = new Type(message)
  Object.defineProperty(error, 'stack', { value: stack, writable: true, configurable: true })
  return error
}
