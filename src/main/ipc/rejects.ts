import type { WorkStep } from '../../shared/jobs'
import type { Parsed } from '../../shared/contract'
import type { DataThreads } from '../worker/data-threads'
import type { FileTokens } from './file-tokens'
import type { Handlers } from './handle'
import type { JobHooks, Jobs } from './jobs'

interface RejectsContext {
  readonly data: Pick<DataThreads, 'call'>
  readonly jobs: Jobs
  readonly tokens: FileTokens
  /** Asks where to save; undefined when the user closed the dialog. */
  readonly chooseTarget: (suggestedName: string) => Promise<string | undefined>
}

/** Saves the bad rows of files that somebody is about to import. */
export function rejectsHandlers(context: RejectsContext): Pick<Handlers, 'imports.rejects'> {
  return {
    'imports.rejects': (input, caller) =>
      context.jobs.start<'imports.rejects'>(caller, (hooks) => save(context, input, hooks)),
  }
}

async function save(
  { data, tokens, chooseTarget }: RejectsContext,
  { files, ...input }: Parsed<'imports.rejects'>,
  { report, signal }: JobHooks,
) {
  const paths = files.map((token) => tokens.path(token))
  const target = await chooseTarget('rows left out.csv')
  if (target === undefined) return null
  const onProgress = (done: number, total: number, step?: WorkStep) =>
    report({ phase: 'reading', done, total, ...step })
  return data.call('imports.save-rejects', { ...input, paths, target }, { onProgress, signal })
}
