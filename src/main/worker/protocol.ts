import type { WorkStep } from '../../shared/jobs'
import type { NamesOf, Output, Parsed } from '../../shared/contract'
import type { ErrorBody } from '../../shared/errors'
import type { SavedRejects } from '../../shared/import-review'
import type { BrowseExportQuery } from '../../shared/browse'
import type { Printable } from '../../shared/report'
import type { WorkspaceCheck } from '../../shared/workspace-procedures'
import type { NewExport } from '../services/exports'

/** The two data threads: one may only read, the other alone may write, so an import never makes a screen wait. */
export type ThreadRole = 'reader' | 'writer'

/** What a thread needs to know before its first call. */
export interface ThreadSetup {
  readonly role: ThreadRole
  readonly workspace: string
  readonly sampleFolder: string
  readonly appVersion: string
  /** Name of the user at the operating system, which imports keep; null: not known. */
  readonly userName?: string | null
  /** Stops the clock in development builds; absent in the product. */
  readonly fixedToday?: string
}

/** Input of the import procedures once the main process has put the paths in place of the tokens. */
type WithPaths<T> = Omit<T, 'files'> & { readonly paths: readonly string[] }

type DataProcedure = NamesOf<ThreadRole>

/**
 * Everything the threads answer: the procedures of the contract that run there, with paths where
 * the window only has tokens, and what no window calls: the finishing of a printed report and the note
 * that it left the program, the writing of exported rows, and the copying and proving of the workspace.
 */
export type ThreadInput = {
  [N in DataProcedure]: Parsed<N> extends { files: readonly string[] }
    ? WithPaths<Parsed<N>>
    : Parsed<N>
} & {
  'reports.finish': { readonly pdf: Uint8Array; readonly model: Printable }
  /** `target`: where the user wants the list. */
  'imports.save-rejects': WithPaths<Parsed<'imports.rejects'>> & { readonly target: string }
  'data.write': BrowseExportQuery & { readonly path: string }
  /** `path`: where the user wants the copy. */
  'workspace.copy': { readonly path: string }
  'workspace.prove': Readonly<Record<string, never>>
  'reports.record': NewExport
}

export type ThreadOutput = { [N in DataProcedure]: Output<N> } & {
  'reports.finish': Uint8Array
  'imports.save-rejects': SavedRejects
  'data.write': WrittenRows
  'workspace.copy': { readonly name: string; readonly bytes: number }
  'workspace.prove': WorkspaceCheck
  'reports.record': object
}

/** A file of exported rows once it stands on the disk. */
export interface WrittenRows {
  readonly name: string
  readonly bytes: number
  readonly rows: number
}

export type ThreadCall = keyof ThreadInput

/** Calls each thread answers. */
export type ReaderCall =
  NamesOf<'reader'> | 'reports.finish' | 'data.write' | 'workspace.copy' | 'workspace.prove'
export type WriterCall = NamesOf<'writer'> | 'imports.save-rejects' | 'reports.record'

export interface CallMessage {
  readonly id: number
  readonly name: ThreadCall
  readonly input: unknown
  /** One shared byte; 1 asks the work to stop. A busy thread cannot receive a message, but it can look. */
  readonly stop?: SharedArrayBuffer
}

/** Asks a thread to close the workspace and end. */
export const closeMessage = 'close'

export type ThreadMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'refused'; readonly error: ErrorBody }
  | {
      readonly kind: 'progress'
      readonly id: number
      readonly done: number
      readonly total: number
      readonly step?: WorkStep | undefined
    }
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly error: ErrorBody }
