import { describe, expect, it } from 'vitest'
import { SeventyError } from '../../shared/errors'
import type { FileInspection } from '../../shared/inspection'
import type { SavedLayout } from '../../shared/layouts'
import { inspectFiles } from './inspect-files'
import type { ReadOptions, FileToRead } from './intake-ports'

const layout: SavedLayout = {
  ...({ dataset: 'azure-usage', dateOrder: null, decimal: null } as const),
  ...{ fingerprint: 'a'.repeat(64), columns: { acr: 'Umsatz' }, savedAt: '' },
}

/** An inspector that hands back what it was asked with; it throws for paths that say so. */
function asked() {
  const seen: ReadOptions[] = []
  const prepared: string[] = []
  const inspector = {
    prepare(files: readonly FileToRead[]) {
      prepared.push(...files.map(({ path }) => path))
      return Promise.resolve(this)
    },
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
  const control = { progress: () => undefined, cancelled: () => false }
  return {
    seen,
    prepared,
    inspect: (...paths: string[]) =>
      inspectFiles({ workspace, inspector, control }, { paths, choices: [{}, { decimal: ',' }] }),
  }
}

describe('a look into several files', () => {
  it('gives each its own choices, and what is remembered of its header', async () => {
    const { seen, prepared, inspect } = asked()
    expect(await inspect('a.csv', 'b.csv', 'c.csv')).toHaveLength(3)
    expect(prepared).toEqual(['a.csv', 'b.csv', 'c.csv'])
    expect(seen.map(({ decimal }) => decimal)).toEqual([undefined, ',', undefined])
    expect(seen[0]?.layoutOf?.(layout.fingerprint)).toBe(layout)
  })

  it('says of a file that cannot be looked into why, and hides no other', async () => {
    expect(await asked().inspect('gone.csv', 'b.csv')).toMatchObject([
      { error: { code: 'file-unreadable', message: 'It is gone.' }, dataset: null, columns: [] },
      { dataset: 'azure-usage' },
    ])
  })

  it('lets faults of the program through', async () => {
    await expect(asked().inspect('broken.csv')).rejects.toThrow('A fault of the program.')
  })
})
