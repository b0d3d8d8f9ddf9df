import { describe, expect, it } from 'vitest'
import { rowErrorCode } from '../../shared/imports'
import texts from './en.json'

interface Texts {
  readonly [key: string]: string | Texts
}

function flat(branch: Texts, path = ''): [key: string, text: string][] {
  return Object.entries(branch).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : flat(value, `${path}${key}.`),
  )
}

const all = new Map(flat(texts))
const sources = import.meta.glob<string>(
  ['../{app,charts,format,modules,ui}/**/*.{ts,vue}', '!**/testing/**', '!**/*.spec.ts'],
  { query: '?raw', import: 'default', eager: true },
)

/** A key as written in the source; `${…}` in it stands for one part or more. */
interface Use {
  readonly file: string
  readonly key: string
}

const LITERAL = /(['"`])([a-zA-Z][\w-]*(?:\.(?:[\w-]|\$\{[^}]*\})+)+)\1/g

const uses: readonly Use[] = Object.entries(sources).flatMap(([file, source]) =>
  [...source.matchAll(LITERAL)].map(([, , key = '']) => ({ file, key })),
)

/** Keys asked for by name: the first argument of t() and te(), also both sides of a choice. */
const asked: readonly Use[] = Object.entries(sources).flatMap(([file, source]) =>
  [...source.matchAll(/\bte?\(\s*([^,)]*)/g)].flatMap(([, argument = '']) =>
    [...argument.matchAll(LITERAL)].map(([, , key = '']) => ({ file, key })),
  ),
)

function pattern(key: string): RegExp {
  const parts = key.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'))
  return new RegExp(`^${parts.join('[\\w.-]+?')}$`)
}

describe('the texts of the window', () => {
  it('have every key that the source asks for', () => {
    const missing = asked.filter(
      ({ key }) => ![...all.keys()].some((has) => pattern(key).test(has)),
    )
    expect(asked.length).toBeGreaterThan(100)
    expect(missing).toEqual([])
  })

  it('have no key that the source does not ask for', () => {
    const patterns = [...new Set(uses.map(({ key }) => key))].map(pattern)
    const unused = [...all.keys()].filter((key) => !patterns.some((each) => each.test(key)))
    expect(unused).toEqual([])
  })

  it('are never empty, and have no blank at an end', () => {
    expect([...all].filter(([, text]) => text === '' || text.trim() !== text)).toEqual([])
  })

  it('name and advise on every fault that a file or a row can have', () => {
    const fileFaults = [
      'file-unreadable',
      'file-empty',
      'file-header-only',
      'file-not-text',
      'file-is-workbook',
      'file-unrecognised',
      'file-too-large',
      'file-changed',
      'archive-too-large',
      'archive-inflated-too-large',
      'archive-ratio-too-high',
      'archive-table-too-large',
      'archive-damaged',
      'archive-encrypted',
      'archive-method-unknown',
      'archive-nested',
      'archive-without-table',
      'archive-ambiguous',
      'workbook-damaged',
      'workbook-entities',
      'workbook-encrypted',
      'sheet-too-large',
      'sheet-ambiguous',
      'sheet-not-found',
      'columns-missing',
      'column-duplicate',
      'columns-too-many',
      'cell-too-long',
      'quote-unbalanced',
      'date-order-ambiguous',
      'decimal-separator-ambiguous',
    ]
    const silent = [...rowErrorCode.options, ...fileFaults].filter(
      (code) => !all.has(`problem.${code}.title`) || !all.has(`problem.${code}.advice`),
    )
    expect(silent).toEqual([])
  })
})

describe('the wording', () => {
  const words = [...all.values()].join('\n')

  it('never claims to be official, certified or endorsed', () => {
    expect(words).not.toMatch(/\bofficial|\bcertified by|\bendorsed|\bapproved by/i)
  })

  it('says where the data comes from, and whose score is the authoritative one', () => {
    expect(words).toContain('works with data exported from Microsoft Partner Center')
    expect(words).toContain('The authoritative score is the one shown in Microsoft Partner Center.')
  })

  it('does not mix the score up with other scores', () => {
    expect(words).not.toMatch(/secure score|security score/i)
  })

  it('calls a score an estimate on every screen that shows one', () => {
    expect([all.get('overview.lead'), all.get('metricPage.lead')].join('\n')).toMatch(
      /estimate[^]*estimate/i,
    )
  })

  it('speaks of no data in words, never as 0', () => {
    const unknown = [...all].filter(([key]) => /(^|\.)(noData|no-data)$/.test(key))
    expect(unknown.length).toBeGreaterThan(4)
    for (const [, text] of unknown) expect(text).toMatch(/no data/i)
  })
})

it('no component writes text beside the locale file', () => {
  const written = Object.entries(sources).flatMap(([file, source]) => {
    const template = /<template>([^]*)<\/template>/.exec(source)?.[1] ?? ''
    const bare = template
      .replace(/<!--[^]*?-->/g, '')
      .replace(/\{\{[^]*?\}\}/g, '')
      .replace(/<[\w/](?:"[^"]*"|[^">])*>/g, '')
    return /\p{L}{2,}/u.test(bare) ? [`${file}: ${bare.trim()}`] : []
  })
  expect(written).toEqual([])
})
