import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { SeventyError } from '../../shared/errors'

/** A file as the window may know it: no path. */
export interface ChosenFile {
  readonly token: string
  readonly name: string
  readonly bytes: number
}

/**
 * Paths that the user chose in a dialog or dropped on a window. The window gets a token in their
 * place, so a page that was taken over still cannot name a file of its own.
 */
export class FileTokens {
  private readonly paths = new Map<string, string>()

  /** A token for a path that the user, and not a page, has named. */
  issue(path: string): string {
    const token = randomUUID()
    this.paths.set(token, path)
    return token
  }

  /** The path behind a token; throws `file-token-unknown`. */
  path(token: string): string {
    const path = this.paths.get(token)
    if (path !== undefined) return path
    throw new SeventyError(
      'file-token-unknown',
      'Seventy no longer knows this file. Choose it again.',
      { token },
    )
  }

  describe(token: string, sizeOf: (path: string) => number): ChosenFile {
    const path = this.path(token)
    return { token, name: basename(path), bytes: sizeOf(path) }
  }
}
