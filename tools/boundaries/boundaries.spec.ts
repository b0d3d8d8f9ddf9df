import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser'
import { afterAll, describe, expect, it } from 'vitest'
import configuration from '../../.dependency-cruiser.mjs'

/** Breaks each rule of the house once, in a tree of two files, and sees it bite. */

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Names of the rules that a tree of files breaks. */
async function broken(files: Readonly<Record<string, string>>): Promise<string[]> {
  const baseDir = mkdtempSync(join(tmpdir(), 'seventy-house-'))
  folders.push(baseDir)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(baseDir, path)), { recursive: true })
    writeFileSync(join(baseDir, path), content)
  }
  const { forbidden, options } = configuration as { forbidden: object[]; options: ICruiseOptions }
  const { tsConfig: _, ...rest } = options
  const { output } = await cruise(['src'], {
    ...rest,
    ruleSet: { forbidden } as NonNullable<ICruiseOptions['ruleSet']>,
    validate: true,
    baseDir,
  })
  return (output as ICruiseResult).summary.violations.map(({ rule }) => rule.name)
}

const leaf = 'export const leaf = 1\n'
const takes = (from: string) => `import { leaf } from '${from}'\nexport const here = leaf\n`

const cases: readonly (readonly [rule: string, files: Record<string, string>])[] = [
  [
    'no-cycles',
    {
      'src/shared/a.ts': `${takes('./b')}export const leaf = 2\n`,
      'src/shared/b.ts': `${takes('./a')}export const leaf = 2\n`,
    },
  ],
  [
    'shared-stands-alone',
    { 'src/shared/a.ts': takes('../main/scoring/b'), 'src/main/scoring/b.ts': leaf },
  ],
  ['shared-imports-zod-only', { 'src/shared/a.ts': takes('node:fs') }],
  [
    'rules-know-the-contract-only',
    { 'src/main/rules/a.ts': takes('../scoring/b'), 'src/main/scoring/b.ts': leaf },
  ],
  [
    'scoring-is-pure',
    { 'src/main/scoring/a.ts': takes('../services/b'), 'src/main/services/b.ts': leaf },
  ],
  ['scoring-has-no-outside', { 'src/main/scoring/a.ts': takes('node:fs') }],
  [
    'services-own-their-ports',
    { 'src/main/services/a.ts': takes('../store/b'), 'src/main/store/b.ts': leaf },
  ],
  [
    'intake-serves-the-services',
    { 'src/main/intake/a.ts': takes('../store/b'), 'src/main/store/b.ts': leaf },
  ],
  [
    'store-serves-the-services',
    { 'src/main/store/a.ts': takes('../intake/b'), 'src/main/intake/b.ts': leaf },
  ],
  [
    'reporting-serves-the-services',
    { 'src/main/reporting/a.ts': takes('../store/b'), 'src/main/store/b.ts': leaf },
  ],
  [
    'worker-knows-no-window',
    { 'src/main/worker/a.ts': takes('../desktop/b'), 'src/main/desktop/b.ts': leaf },
  ],
  [
    'ipc-knows-the-contract',
    { 'src/main/ipc/a.ts': takes('../store/b'), 'src/main/store/b.ts': leaf },
  ],
  [
    'electron-in-desktop-only',
    {
      'src/main/store/a.ts': takes('electron'),
      'node_modules/electron/index.js': leaf,
      'node_modules/electron/package.json': '{"main":"index.js"}',
    },
  ],
  [
    'nobody-imports-the-composition-root',
    { 'src/main/cli/a.ts': takes('../cli'), 'src/main/cli.ts': leaf },
  ],
  [
    'preload-knows-the-contract',
    { 'src/preload/a.ts': takes('../main/ipc/b'), 'src/main/ipc/b.ts': leaf },
  ],
  [
    'renderer-knows-the-contract',
    { 'src/renderer/a.ts': takes('../main/ipc/b'), 'src/main/ipc/b.ts': leaf },
  ],
  ['renderer-has-no-node', { 'src/renderer/a.ts': takes('node:fs') }],
  [
    'product-without-tools',
    { 'src/main/index.ts': takes('../../tools/electron-host/b'), 'tools/electron-host/b.ts': leaf },
  ],
  [
    'gallery-stays-at-home',
    { 'src/renderer/app/a.ts': takes('../gallery/b'), 'src/renderer/gallery/b.ts': leaf },
  ],
  ['no-orphans', { 'src/main/alone.ts': leaf }],
]

describe('the boundaries of the house', () => {
  it.each(cases)('%s bites', async (rule, files) => {
    expect(await broken(files)).toContain(rule)
  })

  it('are each broken by a case here', () => {
    const rules = (configuration as { forbidden: { name: string }[] }).forbidden.map(
      ({ name }) => name,
    )
    expect(cases.map(([rule]) => rule).toSorted()).toEqual(rules.toSorted())
  })

  it('let the straight way of a file through', async () => {
    const straight = {
      'src/main/scoring/score.ts': leaf,
      'src/main/services/scores.ts': takes('../scoring/score'),
      'src/main/worker/handlers.ts': takes('../services/scores'),
    }
    expect(await broken(straight)).toEqual([])
  })
})
