import type { EditionProblemCode } from '../../shared/editions'

/** What the text of a JSON document shows and its value does not: lines, and keys that stand twice. */
export interface JsonPlaces {
  /** The line of a place, its keys joined by dots; null where there is no such place. */
  lineOf(path: string): number | null
  readonly refused: readonly {
    readonly code: Extract<EditionProblemCode, 'too-deep' | 'forbidden-key' | 'key-twice'>
    readonly path: string
    readonly value: string | null
  }[]
}

/** Keys that mean something to every object of the language. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

const TOKEN = /[{}[\],:]|"[^"\\]*(?:\\.[^"\\]*)*"|[^\s{}[\],:"]+/g

interface Frame {
  readonly path: string
  /** null in an array. */
  readonly keys: Set<string> | null
  key: string | null
  index: number
}

/**
 * Walks over the text of a valid JSON document once, without recursion, so that nesting costs no
 * stack. Deeper than `depthAtMost` it stops: nothing below is of use to anyone.
 */
export function jsonPlaces(text: string, depthAtMost: number): JsonPlaces {
  const lines = new Map<string, number>()
  const refused: JsonPlaces['refused'][number][] = []
  const stack: Frame[] = []
  let line = 1
  let seenUntil = 0
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    for (; seenUntil < index; seenUntil++) if (text[seenUntil] === '\n') line++
    const top = stack.at(-1)
    if (token === '}' || token === ']') stack.pop()
    else if (token === ',') advance(top)
    else if (token === ':') continue
    else if (top?.keys && top.key === null) {
      const key = JSON.parse(token) as string
      top.key = key
      if (FORBIDDEN.has(key))
        refused.push({ code: 'forbidden-key', path: placeIn(top), value: JSON.stringify(key) })
      else if (top.keys.has(key))
        refused.push({ code: 'key-twice', path: placeIn(top), value: JSON.stringify(key) })
      top.keys.add(key)
    } else {
      const path = top ? placeIn(top) : ''
      if (!lines.has(path)) lines.set(path, line)
      if (token !== '{' && token !== '[') continue
      if (stack.length >= depthAtMost) {
        refused.push({ code: 'too-deep', path, value: null })
        break
      }
      stack.push({ path, keys: token === '{' ? new Set() : null, key: null, index: 0 })
    }
  }
  return { lineOf: (path) => lines.get(path) ?? null, refused }
}

function advance(frame: Frame | undefined): void {
  if (!frame) return
  frame.key = null
  frame.index++
}

function placeIn({ path, keys, key, index }: Frame): string {
  const last = keys ? (key ?? '') : String(index)
  return path === '' ? last : `${path}.${last}`
}
