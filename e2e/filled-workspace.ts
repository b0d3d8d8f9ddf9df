import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { seventy, writeSample, type Run, type SamplePartner } from './command-line'

/** A workspace with the three invented partners, for the command line. */
export interface FilledWorkspace {
  readonly folder: string
  readonly workspace: string
  readonly partners: readonly SamplePartner[]
  readonly run: (...args: string[]) => Run
  /** Writes a file into the folder and says where. */
  readonly file: (name: string, content: string | Uint8Array) => string
  readonly remove: () => void
}

export function fillWorkspace(): FilledWorkspace {
  const folder = mkdtempSync(join(tmpdir(), 'seventy-cli-'))
  const workspace = join(folder, 'w.seventy')
  const partners = writeSample(folder)
  const run = (...args: string[]) => seventy([...args, '--workspace', workspace])
  for (const { name, mpnId, files } of partners) {
    expect(run('profile', 'add', '--name', name, '--mpn', mpnId).status).toBe(0)
    expect(run('import', '--profile', name, ...files).status).toBe(0)
  }
  return {
    folder,
    workspace,
    partners,
    run,
    file: (name, content) => {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export function hash(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}
