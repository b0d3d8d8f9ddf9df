import { z } from 'zod'
import type { Drop, Reply } from '../../shared/api'
import type { Parsed } from '../../shared/contract'
import { SeventyError, toErrorBody } from '../../shared/errors'
import { statSync } from 'node:fs'
import { filesOf } from './dropped-files'
import type { FileTokens } from './file-tokens'
import type { Handlers } from './handle'

/** What the dialog is asked for. */
export type FileKind = NonNullable<Parsed<'files.choose'>['kind']>

/** Procedures that let the user name files; the window only ever sees tokens. */
export function fileHandlers(context: {
  readonly tokens: FileTokens
  /** Opens the system's dialog; an empty list when the user closed it. */
  readonly choose: (kind: FileKind) => Promise<readonly string[]>
}): Pick<Handlers, 'files.choose' | 'files.describe'> {
  const { tokens } = context
  const describe = (token: string) => tokens.describe(token, sizeOf)
  return {
    'files.choose': async ({ kind = 'data' }) =>
      (await context.choose(kind)).map((path) => describe(tokens.issue(path))),
    'files.describe': ({ tokens: asked }) => asked.map(describe),
  }
}

/** 0 for a file that is gone or may not be read; the import then says so with its own error. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

/** Takes the paths that the preload read from dropped files and folders and hands out tokens for their files. */
export function acceptDrops<Event>(tokens: FileTokens, isTrusted: (event: Event) => boolean) {
  return (event: Event, paths: unknown): Reply<Drop> => {
    const parsed = z.array(z.string().min(1)).max(200).safeParse(paths)
    if (!parsed.success || !isTrusted(event)) {
      const error = new SeventyError(
        'input-invalid',
        'Seventy could not take the dropped files. Choose them instead.',
      )
      return { ok: false, error: toErrorBody(error) }
    }
    const { paths: found, skipped } = filesOf(parsed.data)
    return { ok: true, value: { tokens: found.map((path) => tokens.issue(path)), skipped } }
  }
}
