import { eventChannels } from '../../shared/channels'
import type { JobName, Parsed } from '../../shared/contract'
import type { Scenario } from '../../shared/scenarios'
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
  | 'settings.get'
  | 'settings.set'
>

/** Procedures that a data thread answers. */
export function dataHandlers({ data, jobs, tokens, announce }: DataContext): DataHandlers {
  const changed = <T>(profileId: number | null, work: Promise<T>) =>
    work.then((value) => {
      announce(eventChannels.changed, profileId)
      return value
    })
  const saved = (work: Promise<Scenario>) =>
    work.then((scenario) => {
      announce(eventChannels.changed, scenario.profileId)
      return scenario
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
  return { signal, onProgress: (done: number, total: number) => report({ phase, done, total }) }
}
