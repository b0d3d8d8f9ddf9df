import type { WorkStep } from '../../shared/jobs'
import { eventChannels } from '../../shared/channels'
import type { JobName, Parsed } from '../../shared/contract'
import type { ChangedImport } from '../../shared/import-history'
import type { StepSummary } from '../../shared/edits'
import type { DataThreads } from '../worker/data-threads'
import type { FileTokens } from './file-tokens'
import type { Caller, Handlers } from './handle'
import type { JobHooks, Jobs } from './jobs'

interface DataContext {
  readonly data: Pick<DataThreads, 'call'>
  readonly jobs: Jobs
  readonly tokens: FileTokens
  /** Tells every window that facts changed. */
  readonly announce: (channel: string, payload: unknown) => void
}

type DataHandlers = Pick<
  Handlers,
  | 'profiles.list'
  | 'profiles.add'
  | 'profiles.remove'
  | 'portfolio.list'
  | 'score.alerts'
  | 'score.get'
  | 'score.metric'
  | 'score.trend'
  | 'score.changes'
  | 'score.plan'
  | 'score.explanation'
  | 'score.omissions'
  | 'score.rows'
  | 'score.forecast'
  | 'scenarios.list'
  | 'scenarios.choices'
  | 'scenarios.compare'
  | 'scenarios.create'
  | 'scenarios.change'
  | 'scenarios.duplicate'
  | 'scenarios.remove'
  | 'imports.list'
  | 'imports.check'
  | 'imports.commit'
  | 'imports.inspect'
  | 'layouts.list'
  | 'layouts.remove'
  | 'layouts.import'
  | 'locations.list'
  | 'imports.history'
  | 'imports.withdraw'
  | 'imports.restore'
  | 'imports.erase'
  | 'names.list'
  | 'names.treat'
  | 'names.forget'
  | 'sample.create'
  | 'reports.model'
  | 'reports.history'
  | 'reports.branding'
  | 'reports.brand'
  | 'editions.list'
  | 'editions.get'
  | 'editions.compare'
  | 'editions.check'
  | 'editions.add'
  | 'editions.remove'
  | 'editions.choose'
  | 'data.page'
  | 'data.totals'
  | 'data.facets'
  | 'views.list'
  | 'views.create'
  | 'views.change'
  | 'views.remove'
  | 'views.remember'
  | 'plans.get'
  | 'plans.set'
  | 'edits.steps'
  | 'edits.undo'
  | 'edits.redo'
  | 'edits.row'
  | 'edits.names'
  | 'edits.add'
  | 'edits.change'
  | 'edits.rename'
  | 'edits.partner'
  | 'edits.anniversary'
  | 'actions.list'
  | 'actions.create'
  | 'actions.change'
  | 'actions.remove'
  | 'notes.list'
  | 'notes.create'
  | 'notes.change'
  | 'notes.remove'
  | 'snapshots.list'
  | 'snapshots.take'
  | 'snapshots.rename'
  | 'snapshots.remove'
  | 'manual.get'
  | 'manual.set'
  | 'manual.clear'
  | 'search.find'
  | 'workspace.state'
  | 'workspace.audit'
  | 'settings.get'
  | 'settings.set'
>

/** Steps that change what the list of partners shows. */
const OF_PARTNER: ReadonlySet<string> = new Set(['partner-renamed', 'anniversary-set'])

/** Procedures that a data thread answers. */
export function dataHandlers({ data, jobs, tokens, announce }: DataContext): DataHandlers {
  const changed = <T>(profileId: number | null, work: Promise<T>) =>
    work.then((value) => {
      announce(eventChannels.changed, profileId)
      return value
    })
  const saved = <T extends { readonly profileId: number }>(work: Promise<T>) =>
    work.then((entry) => {
      announce(eventChannels.changed, entry.profileId)
      return entry
    })
  const turned = <T extends ChangedImport>(work: Promise<T>) =>
    work.then((value) => {
      announce(eventChannels.changed, value.profileId)
      return value
    })
  const moved = (work: Promise<StepSummary>) =>
    work.then((step) => {
      announce(eventChannels.changed, OF_PARTNER.has(step.label) ? null : step.profileId)
      return step
    })
  const paths = (files: readonly string[]) => files.map((token) => tokens.path(token))
  const importing = (
    name: 'imports.check' | 'imports.commit',
    { files, ...input }: Parsed<typeof name>,
    hooks: JobHooks,
  ) => data.call(name, { ...input, paths: paths(files) }, following('reading', hooks))
  return {
    'profiles.list': (input) => data.call('profiles.list', input),
    'profiles.add': (input) => changed(null, data.call('profiles.add', input)),
    'profiles.remove': (input) => changed(null, data.call('profiles.remove', input)),
    'portfolio.list': (input) => data.call('portfolio.list', input),
    'score.alerts': (input) => data.call('score.alerts', input),
    'score.get': (input) => data.call('score.get', input),
    'score.metric': (input) => data.call('score.metric', input),
    'score.trend': (input) => data.call('score.trend', input),
    'score.changes': (input) => data.call('score.changes', input),
    'score.plan': (input) => data.call('score.plan', input),
    'score.explanation': (input) => data.call('score.explanation', input),
    'score.omissions': (input) => data.call('score.omissions', input),
    'score.rows': (input) => data.call('score.rows', input),
    'score.forecast': (input) => data.call('score.forecast', input),
    'scenarios.list': (input) => data.call('scenarios.list', input),
    'scenarios.choices': (input) => data.call('scenarios.choices', input),
    'scenarios.compare': (input) => data.call('scenarios.compare', input),
    'scenarios.create': (input) => saved(data.call('scenarios.create', input)),
    'scenarios.change': (input) => saved(data.call('scenarios.change', input)),
    'scenarios.duplicate': (input) => saved(data.call('scenarios.duplicate', input)),
    'scenarios.remove': (input) => saved(data.call('scenarios.remove', input)),
    'imports.list': (input) => data.call('imports.list', input),
    'imports.check': (input, caller) =>
      start<'imports.check'>(jobs, caller, (hooks) => importing('imports.check', input, hooks)),
    'imports.commit': (input, caller) =>
      start<'imports.commit'>(jobs, caller, (hooks) =>
        changed(input.profileId, importing('imports.commit', input, hooks)),
      ),
    'imports.inspect': ({ files, ...input }) =>
      data.call('imports.inspect', { ...input, paths: paths(files) }),
    'layouts.list': (input) => data.call('layouts.list', input),
    'layouts.remove': (input) => changed(null, data.call('layouts.remove', input)),
    'layouts.import': ({ files }) =>
      changed(null, data.call('layouts.import', { paths: paths(files) })),
    'locations.list': (input) => data.call('locations.list', input),
    'imports.history': (input) => data.call('imports.history', input),
    'imports.withdraw': (input) => turned(data.call('imports.withdraw', input)),
    'imports.restore': (input) => turned(data.call('imports.restore', input)),
    'imports.erase': (input) => turned(data.call('imports.erase', input)),
    'names.list': (input) => data.call('names.list', input),
    'names.treat': (input) => changed(null, data.call('names.treat', input)),
    'names.forget': (input) => changed(null, data.call('names.forget', input)),
    'sample.create': (input, caller) =>
      start<'sample.create'>(jobs, caller, (hooks) =>
        changed(null, data.call('sample.create', input, following('sample', hooks))),
      ),
    'reports.model': (input) => data.call('reports.model', input),
    'reports.history': (input) => data.call('reports.history', input),
    'reports.branding': (input) => data.call('reports.branding', input),
    'reports.brand': (input) =>
      changed(input.for === 'firm' ? null : input.profileId, data.call('reports.brand', input)),
    'editions.list': (input) => data.call('editions.list', input),
    'editions.get': (input) => data.call('editions.get', input),
    'editions.compare': (input) => data.call('editions.compare', input),
    'editions.check': ({ files }) => data.call('editions.check', { paths: paths(files) }),
    'editions.add': ({ files }) =>
      changed(null, data.call('editions.add', { paths: paths(files) })),
    'editions.remove': (input) => changed(null, data.call('editions.remove', input)),
    'editions.choose': (input) => changed(null, data.call('editions.choose', input)),
    'data.page': (input) => data.call('data.page', input),
    'data.totals': (input) => data.call('data.totals', input),
    'data.facets': (input) => data.call('data.facets', input),
    'views.list': (input) => data.call('views.list', input),
    'views.create': (input) => data.call('views.create', input),
    'views.change': (input) => data.call('views.change', input),
    'views.remove': (input) => data.call('views.remove', input),
    'views.remember': (input) => data.call('views.remember', input),
    'plans.get': (input) => data.call('plans.get', input),
    'plans.set': (input) => data.call('plans.set', input),
    'edits.steps': (input) => data.call('edits.steps', input),
    'edits.undo': (input) => moved(data.call('edits.undo', input)),
    'edits.redo': (input) => moved(data.call('edits.redo', input)),
    'edits.row': (input) => data.call('edits.row', input),
    'edits.names': (input) => data.call('edits.names', input),
    'edits.add': (input) => changed(input.profileId, data.call('edits.add', input)),
    'edits.change': (input) => changed(input.profileId, data.call('edits.change', input)),
    'edits.rename': (input) => changed(input.profileId, data.call('edits.rename', input)),
    'edits.anniversary': (input) => changed(null, data.call('edits.anniversary', input)),
    'edits.partner': (input) => changed(null, data.call('edits.partner', input)),
    'actions.list': (input) => data.call('actions.list', input),
    'actions.create': (input) => saved(data.call('actions.create', input)),
    'actions.change': (input) => saved(data.call('actions.change', input)),
    'actions.remove': (input) => saved(data.call('actions.remove', input)),
    'notes.list': (input) => data.call('notes.list', input),
    'notes.create': (input) => saved(data.call('notes.create', input)),
    'notes.change': (input) => saved(data.call('notes.change', input)),
    'notes.remove': (input) => saved(data.call('notes.remove', input)),
    'snapshots.list': (input) => data.call('snapshots.list', input),
    'snapshots.take': (input) => saved(data.call('snapshots.take', input)),
    'snapshots.rename': (input) => saved(data.call('snapshots.rename', input)),
    'snapshots.remove': (input) => saved(data.call('snapshots.remove', input)),
    'manual.get': (input) => data.call('manual.get', input),
    'manual.set': (input) => changed(null, data.call('manual.set', input)),
    'manual.clear': (input) => changed(null, data.call('manual.clear', input)),
    'search.find': (input) => data.call('search.find', input),
    'workspace.state': (input) => data.call('workspace.state', input),
    'workspace.audit': (input) => data.call('workspace.audit', input),
    'settings.get': (input) => data.call('settings.get', input),
    'settings.set': (input) => changed(null, data.call('settings.set', input)),
  }
}

function start<N extends JobName>(
  jobs: Jobs,
  caller: Caller,
  work: Parameters<typeof jobs.start<N>>[1],
) {
  return jobs.start<N>(caller, work)
}

function following(phase: string, { report, signal }: JobHooks) {
  const onProgress = (done: number, total: number, step?: WorkStep) =>
    report({ phase, done, total, ...step })
  return { signal, onProgress }
}
