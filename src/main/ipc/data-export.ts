import type { Parsed } from '../../shared/contract'
import type { BrowseTable } from '../../shared/browse-columns'
import { fileStem } from '../services/file-stem'
import type { DataThreads } from '../worker/data-threads'
import type { Handlers } from './handle'
import type { JobHooks, Jobs } from './jobs'

interface ExportContext {
  readonly data: Pick<DataThreads, 'call' | 'aside'>
  readonly jobs: Jobs
  /** Asks where to save; undefined when the user closed the dialog. */
  readonly chooseTarget: (suggestedName: string) => Promise<string | undefined>
}

const titles: Readonly<Record<BrowseTable, string>> = {
  customers: 'customers',
  people: 'people',
  azure: 'Azure usage',
  m365: 'Microsoft 365 usage',
}

/** Saves the rows of a data screen where the user says; a path never comes from the window. */
export function dataExportHandlers(context: ExportContext): Pick<Handlers, 'data.export'> {
  return {
    'data.export': (input, caller) =>
      context.jobs.start<'data.export'>(caller, (hooks) => exportData(context, input, hooks)),
  }
}

async function exportData(
  { data, chooseTarget }: ExportContext,
  input: Parsed<'data.export'>,
  { report, signal }: JobHooks,
) {
  const profiles = await data.call('profiles.list', {})
  const client = profiles.find(({ id }) => id === input.profileId)?.name ?? ''
  const name = `${fileStem(client)} - ${titles[input.table]}.${input.format}`
  const path = await chooseTarget(name)
  if (path === undefined) return null
  report({ phase: 'writing', done: 0, total: 0 })
  const onProgress = (done: number, total: number) => report({ phase: 'writing', done, total })
  return data.aside('data.write', { ...input, path }, { signal, onProgress })
}
