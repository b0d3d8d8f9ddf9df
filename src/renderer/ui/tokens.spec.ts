/// <reference types="node" />
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
/* The test runner empties style sheets that are imported, so they are read. */
const root = join(import.meta.dirname, '..')
const sources = Object.fromEntries(
  globSync(['*.css', '{app,charts,modules,ui}/**/*.{css,vue}'], { cwd: root }).map((file) => [
    file,
    readFileSync(join(root, file), 'utf8'),
  ]),
)
const css = sources['tokens.css'] ?? ''
type Theme = 'light' | 'dark'
const themes: readonly Theme[] = ['light', 'dark']

/** The declarations that high contrast puts in the place of others. */
const high = /:root\[data-contrast='high'\] \{([^}]*)\}/.exec(css)?.[1] ?? ''

/** The value of a token in a theme as #rrggbb. */
function token(name: string, theme: Theme, sheet = css): string {
  const both = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(sheet)
  const one = new RegExp(`--${name}: (#\\w{6});`).exec(sheet)
  const value = both?.[theme === 'light' ? 1 : 2] ?? one?.[1]
  if (value === undefined) throw new Error(`There is no colour --${name}.`)
  return value
}

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const surfaces = ['canvas', 'surface', 'rail', 'raised', 'hover']
const cases = (fronts: readonly string[], grounds: readonly string[]) =>
  themes.flatMap((theme) =>
    fronts.flatMap((front) => grounds.map((ground) => ({ front, ground, theme }))),
  )

it.each(cases(['ink', 'ink-soft', 'ink-faint', 'accent', 'attained', 'short', 'danger'], surfaces))(
  'text in --$front can be read on --$ground in the $theme theme',
  ({ front, ground, theme }) => {
    expect(contrast(token(front, theme), token(ground, theme))).toBeGreaterThanOrEqual(4.5)
  },
)

it.each(
  ['accent', 'attained', 'short', 'danger'].flatMap((tone) => cases([tone], [`${tone}-soft`])),
)('text in --$front can be read on its own soft ground in the $theme theme', (pair) => {
  expect(
    contrast(token(pair.front, pair.theme), token(pair.ground, pair.theme)),
  ).toBeGreaterThanOrEqual(4.5)
})

it.each(cases(['on-accent'], ['accent', 'accent-strong']))(
  'text on a primary button can be read on --$ground in the $theme theme',
  ({ front, ground, theme }) => {
    expect(contrast(token(front, theme), token(ground, theme))).toBeGreaterThanOrEqual(4.5)
  },
)

it.each(cases(['control', 'accent'], surfaces))(
  'a border in --$front can be seen on --$ground in the $theme theme',
  ({ front, ground, theme }) => {
    expect(contrast(token(front, theme), token(ground, theme))).toBeGreaterThanOrEqual(3)
  },
)

it.each(Array.from({ length: 12 }, (_, colour) => colour))(
  'the initials of a partner can be read on colour %i',
  (colour) => {
    const ground = token(`partner-${String(colour)}`, 'light')
    expect(contrast(token('on-partner', 'light'), ground)).toBeGreaterThanOrEqual(4.5)
  },
)

const strong = ['ink', 'ink-soft', 'ink-faint', 'accent', 'attained', 'short', 'danger']

it.each([
  ...cases(strong, surfaces),
  ...['accent', 'attained', 'short', 'danger'].flatMap((tone) => cases([tone], [`${tone}-soft`])),
  ...cases(['on-accent'], ['accent', 'accent-strong']),
])('with high contrast text in --$front stands out from --$ground in the $theme theme', (pair) => {
  const value = (name: string) => token(name, pair.theme, high)
  expect(contrast(value(pair.front), value(pair.ground))).toBeGreaterThanOrEqual(7)
})

it.each(cases(['control', 'hairline', 'hairline-strong', 'accent'], surfaces))(
  'with high contrast a line in --$front can be seen on --$ground in the $theme theme',
  ({ front, ground, theme }) => {
    const value = (name: string) => token(name, theme, high)
    expect(contrast(value(front), value(ground))).toBeGreaterThanOrEqual(4.5)
  },
)

const defined = new Set([...css.matchAll(/^ {2}--([\w-]+):/gm)].map(([, name]) => name))
const used = (text: string) =>
  [...text.matchAll(/var\(--([\w-]+)/g)].flatMap(([, name]) => name ?? [])

it('every token that a style uses exists, or is the style’s own', () => {
  const unknown = Object.entries(sources).flatMap(([file, text]) =>
    used(text)
      .filter((name) => !defined.has(name) && !name.startsWith('partner-'))
      .filter((name) => !text.includes(`--${name}:`))
      .map((name) => `${file}: ${name}`),
  )
  expect(unknown).toEqual([])
})

it('no token is left over', () => {
  const everywhere = new Set(Object.values(sources).flatMap(used))
  const idle = [...defined].filter(
    (name) => name && !everywhere.has(name) && !/^partner-\d+$/.test(name),
  )
  expect(idle).toEqual([])
})
