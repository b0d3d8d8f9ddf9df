import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { SeventyError } from '../../../shared/errors'

/** Files on disk and faults for the specs of the intake. */

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'seventy-intake-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Writes a file that is gone after the test; returns its path. */
export function fileOf(content: string | Uint8Array, name = 'usage.csv'): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, content)
  return path
}

/** The error that `work` ends with; a test that expects one fails when there is none. */
export function faultOf(work: () => unknown): SeventyError {
  try {
    work()
  } catch (error) {
    if (error instanceof SeventyError) return error
    throw error
  }
  throw new Error('No error was thrown.')
}

/** {@link faultOf} for work that takes its time. */
export async function faultLater(work: () => Promise<unknown>): Promise<SeventyError> {
  const outcome = await work().then(
    () => undefined,
    (error: unknown) => error,
  )
  return faultOf(() => {
    if (outcome !== undefined) throw outcome
  })
}

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** A text in one of the encodings of FILES.md; UTF-16 with its byte order mark. */
export function encode(text: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8')
    case 'utf-8-bom':
      return Buffer.from(`\ufeff${text}`, 'utf8')
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le')
    case 'utf-16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
    case 'windows-1252':
      return Buffer.from(text.replaceAll('€', '\x80').replaceAll('’', '\x92'), 'latin1')
  }
}

/** What tells whether a file changed; undefined when there is none. */
export function hashOf(path: string): string | undefined {
  if (!existsSync(path)) return undefined
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}
