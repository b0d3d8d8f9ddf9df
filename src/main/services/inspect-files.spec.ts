import { describe, expect, it } from 'vitest'
import { SeventyError } from '../../shared/errors'
import type { FileInspection } from '../../shared/inspection'
import type { SavedLayout } from '../../shared/layouts'
import { inspectFiles } from './inspect-files'
import type { ReadOptions } from './ports'

const layout: SavedLayout = {
  ...({ dataset: 'azure-usage', dateOrder: null, decimal: null } as const),
  ...{ fingerprint: 'a'.repeat(64), columns: { acr: 'Umsatz' }, savedAt: '' },
}

/** An inspector that hands back what it was asked with; it throws for paths that say so. */
function asked() {
  const seen: ReadOptions[] = []
  const inspector = {
    inspect: (path: string, options: ReadOptions) => {
      if (path.startsWith('gone')) throw new SeventyError('file-unreadable', 'It is gone.')
      if (path.startsWith('broken')) throw new RangeError('A fault of the program.')
      seen.push(options)
      return { dataset: 'azure-usage' } as FileInspection
    },
  }
  const workspace = {
    layouts: () => [layout],
    layout: (fingerprint: string) => (fingerprint === layout.fingerprint ? layout : undefined),
  }
  return {
    seen,
    inspect: (...paths: string[]) =>
      inspectFiles({ workspace, inspector }, { paths, choices: [{}, { decimal: ',' }] }),
  }
}

describe('a look into several files', () => {
  it('gives each its own choices, and what is remembered of its header', () => {
    const { seen, inspect } = asked()
    expect(inspect('a.csv', 'b.csv', 'c.csv')).toHaveLength(3)
    expect(seen.map(({ decimal }) => decimal)).toEqual([undefined, ',', undefined])
    expect(seen[0]?.layoutOf?.(layout.fingerprint)).toBe(layout)
  })

  it('says of a file that cannot be looked into why, and hides no other', () => {
    expect(asked().inspect('gone.csv', 'b.csv')).toMatchObject([
      { error: { code: 'file-unreadable', message: 'It is gone.' }, dataset: null, columns: [] },
      { dataset: 'azure-usage' },
    ])
  })

  it('lets faults of the program through', () => {
    expect(() => asked().inspect('broken.csv')).toThrow('A fault of the program.')
  })
})
