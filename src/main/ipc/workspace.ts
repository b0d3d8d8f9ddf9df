import type { DataThreads } from '../worker/data-threads'
import type { Handlers } from './handle'
import type { JobHooks, Jobs } from './jobs'

interface WorkspaceContext {
  readonly data: Pick<DataThreads, 'aside'>
  readonly jobs: Jobs
  /** Today as YYYY-MM-DD, for the name that is suggested. */
  readonly today: () => string
  /** Asks where to save; undefined when the user closed the dialog. */
  readonly chooseTarget: (suggestedName: string) => Promise<string | undefined>
}

/** Copies and proves the workspace, each in a thread of its own: both read all of it. */
export function workspaceHandlers(
  context: WorkspaceContext,
): Pick<Handlers, 'workspace.backup' | 'workspace.verify'> {
  const { data, jobs } = context
  return {
    'workspace.backup': (_input, caller) =>
      jobs.start<'workspace.backup'>(caller, (hooks) => backUp(context, hooks)),
    'workspace.verify': (_input, caller) =>
      jobs.start<'workspace.verify'>(caller, ({ report, signal }) => {
        report({ phase: 'checking', done: 0, total: 0 })
        return data.aside('workspace.prove', {}, { signal })
      }),
  }
}

async function backUp(
  { data, chooseTarget, today }: WorkspaceContext,
  { report, signal }: JobHooks,
) {
  const path = await chooseTarget(`Seventy - ${today()}.seventy`)
  if (path === undefined) return null
  report({ phase: 'writing', done: 0, total: 0 })
  return data.aside('workspace.copy', { path }, { signal })
}
