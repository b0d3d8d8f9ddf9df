import type { Answer, Input, JobName, ProcedureName } from './contract'
import type { CommandId } from './commands'
import type { ErrorBody } from './errors'
import type { JobEvent } from './jobs'

/** How an answer crosses the border: an error keeps its code and details, which a thrown one would lose. */
export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorBody }

/** One function of the bridge. */
export type Call<N extends ProcedureName> = (input: Input<N>) => Promise<Reply<Answer<N>>>

type Domain<N extends string> = N extends `${infer D}.${string}` ? D : never
type Calls<D extends string> = {
  readonly [N in ProcedureName as N extends `${D}.${infer M}` ? M : never]: Call<N>
}

/** What the bridge needs to know of a dropped file; the browser's File has it. */
export interface DroppedFile {
  readonly name: string
  readonly size: number
}

/** A file within a dropped folder that was not taken: no table, too far down, or one too many. */
export interface SkippedFile {
  readonly name: string
  readonly reason: 'no-table' | 'too-deep' | 'too-many'
}

/** What became of files and folders that were dropped. */
export interface Drop {
  readonly tokens: readonly string[]
  readonly skipped: readonly SkippedFile[]
}

/** Stops listening. */
export type Unsubscribe = () => void

/** What the preload exposes as `window.seventy`: named functions by domain, and three event sources. */
export type Bridge = { readonly [D in Domain<ProcedureName>]: Calls<D> } & {
  readonly events: {
    onJob(listener: (event: JobEvent<JobName>) => void): Unsubscribe
    /** A command chosen in the native menu. */
    onCommand(listener: (id: CommandId) => void): Unsubscribe
    /** The facts of a profile changed (or, with null, the list of profiles or the settings). */
    onChanged(listener: (profileId: number | null) => void): Unsubscribe
  }
  readonly drops: {
    /**
     * Tokens for files that the user dropped on the window, and for the tables in folders; files that
     * a script made have none.
     */
    accept(files: readonly DroppedFile[]): Promise<Reply<Drop>>
  }
}
