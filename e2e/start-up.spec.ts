import { spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { root } from './app'
import { seventy } from './command-line'
import { hash } from './filled-workspace'

/** A window that cannot open its workspace says why, and leaves the file alone. */

// Its tests share one folder.
test.describe.configure({ mode: 'default' })

test.skip(process.env['E2E_KIND'] === 'electron', 'a native message box waits for a person')

const folder = mkdtempSync(join(tmpdir(), 'seventy-start-'))
const workspace = join(folder, 'workspace.seventy')

test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

function startApp(): Promise<{ code: number | null; errors: string }> {
  const child = spawn(process.env['E2E_EXECUTABLE'] ?? '', [root], {
    env: {
      ...process.env,
      SEVENTY_DATA_DIR: folder,
      SEVENTY_HOST_REPORT: join(folder, 'report.jsonl'),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  return new Promise((resolve) => {
    child.on('exit', (code) => resolve({ code, errors }))
  })
}

test('a workspace of a newer version, and one that is damaged, are refused in words', async () => {
  seventy(['profile', 'add', '--name', 'P', '--workspace', workspace])
  const sound = join(folder, 'sound')
  copyFileSync(workspace, sound)
  const newer = readFileSync(sound)
  newer.writeUInt32BE(9_999, 60)
  for (const [content, error] of [
    [newer, 'workspace-newer'],
    [
      Buffer.from(
        'no database at all, but longer than the hundred bytes of a header in SQLite, so there',
      ),
      'workspace-damaged',
    ],
  ] as const) {
    writeFileSync(workspace, content)
    const before = hash(workspace)
    const { code, errors } = await startApp()
    expect(errors).toContain(`error[${error}]`)
    expect(code).toBe(5)
    expect(hash(workspace)).toBe(before)
    const shown = readFileSync(join(folder, 'report.jsonl'), 'utf8')
    expect(shown).toContain('"type":"dialog"')
  }
})
