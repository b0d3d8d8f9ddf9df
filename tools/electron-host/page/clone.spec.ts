import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromTree, toTree } from './clone.mjs'

/** There and back as JSON text, as it crosses between the processes. */
function cross(value: unknown): unknown {
  return fromTree(JSON.parse(JSON.stringify(toTree(value))) as never)
}

describe('what crosses between page and main process', () => {
  it('arrives as the structured clone would be', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
      withNullPrototype: false,
    })
    fc.assert(
      fc.property(anything, (value) => {
        expect(cross(value)).toEqual(structuredClone(value))
      }),
    )
  })

  it('keeps cycles and shared references', () => {
    const shared = { name: 'tenant' }
    const value: Record<string, unknown> = { first: shared, second: shared }
    value['self'] = value
    const crossed = cross(value) as Record<string, unknown>
    expect(crossed['self']).toBe(crossed)
    expect(crossed['first']).toBe(crossed['second'])
  })

  it('keeps the kind and message of errors', () => {
    const crossed = cross(new RangeError('too far'))
    expect(crossed).toBeInstanceOf(RangeError)
    expect(crossed).toMatchObject({ message: 'too far' })
  })

  it('does not let a key named __proto__ change a prototype', () => {
    const crossed = cross(JSON.parse('{"__proto__":{"polluted":true}}')) as object
    expect(Object.getPrototypeOf(crossed)).toBe(Object.prototype)
    expect(Object.keys(crossed)).toEqual(['__proto__'])
  })

  it.each([
    ['a function', { call: () => 1 }],
    ['a proxy', new Proxy({}, {})],
    ['a promise', Promise.resolve(1)],
    ['a symbol', { mark: Symbol('mark') }],
  ])("refuses %s in Electron's words", (_kind, value) => {
    expect(() => toTree(value)).toThrow('An object could not be cloned.')
  })
})
