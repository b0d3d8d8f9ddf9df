import type { Bridge, Reply } from '../../../shared/api'
import type { CommandId } from '../../../shared/commands'
import type { Input, JobName, Output, ProcedureName } from '../../../shared/contract'
import { SeventyError, toErrorBody } from '../../../shared/errors'
import type { JobEvent } from '../../../shared/jobs'
import { changes } from './changes'
import { metricDetail } from './details'
import { editNames } from './edits'
import { explanation, leftOut, rowPage } from './explanation'
import { plan } from './plan'
import { score } from './scores'
import { forecast, trend } from './trend'
import { importEntry, treatedNames } from './imports'
import { importedFile, info, portfolioEntry, profile, settings } from './workspace'

type Answers = {
  [N in ProcedureName]: (input: Input<N>) => N extends JobName ? { jobId: string } : Output<N>
}

export interface FakeBridge {
  readonly bridge: Bridge
  /** Every call in its order, for a test to look at. */
  readonly calls: { readonly name: ProcedureName; readonly input: unknown }[]
  /** Changes what procedures answer; an answer that throws becomes a refusal. */
  answer(answers: Partial<Answers>): void
  emitJob(event: JobEvent): void
  emitCommand(id: CommandId): void
  emitChanged(profileId: number | null): void
  listeners(): number
}

function defaults(): Partial<Answers> {
  return {
    'app.info': () => info,
    'profiles.list': () => [profile()],
    'portfolio.list': () => [portfolioEntry()],
    'settings.get': () => settings,
    'settings.set': (change) => ({ ...settings, ...change }),
    'score.get': () => score(),
    'score.metric': ({ metricId }) => metricDetail(metricId),
    'score.trend': () => trend(),
    'score.changes': () => changes(),
    'score.explanation': ({ metricId }) => explanation(metricId),
    'score.omissions': ({ section }) => leftOut(section),
    'score.rows': () => rowPage(),
    'score.forecast': () => forecast(),
    'score.plan': () => plan(),
    'score.alerts': () => [],
    'actions.list': () => [],
    'notes.list': () => [],
    'snapshots.list': () => [],
    'plans.get': () => ({ effort: {}, limit: {} }),
    'plans.set': ({ settings: { effort = {}, limit = {} } }) => ({ effort, limit }),
    'imports.list': () => [importedFile()],
    'layouts.list': () => [],
    'locations.list': () => [],
    'imports.history': () => [importEntry()],
    'names.list': () => treatedNames(),
    'edits.steps': () => ({ undo: null, redo: null }),
    'edits.names': () => editNames,
    'search.find': () => ({ customers: [], people: [] }),
    'workspace.state': () => ({ path: '/home/me/workspace.seventy', bytes: 1_250_000 }),
    'workspace.audit': () => [],
    'jobs.cancel': () => ({}),
  }
}

/** A bridge whose far side is this table; like the real one it clones what crosses it. */
export function fakeBridge(): FakeBridge {
  const answers = defaults()
  const calls: { name: ProcedureName; input: unknown }[] = []
  const sources = {
    job: new Set<(event: never) => void>(),
    command: new Set<(id: never) => void>(),
    changed: new Set<(id: never) => void>(),
  }

  const call =
    (name: ProcedureName) =>
    async (input: never): Promise<Reply<unknown>> => {
      const crossed = structuredClone(input)
      calls.push({ name, input: crossed })
      const answer = answers[name]
      try {
        if (!answer) throw new SeventyError('internal', `No answer was given for ${name}.`)
        return { ok: true, value: structuredClone(await answer(crossed)) }
      } catch (thrown) {
        return { ok: false, error: toErrorBody(thrown) }
      }
    }
  const domain = (prefix: string) =>
    new Proxy({}, { get: (_, method) => call(`${prefix}.${String(method)}` as ProcedureName) })
  const listen =
    <T>(source: Set<(value: never) => void>) =>
    (listener: (value: T) => void) => {
      const known = listener as (value: never) => void
      source.add(known)
      return () => source.delete(known)
    }
  const domains = [
    'app',
    'files',
    'profiles',
    'portfolio',
    'score',
    'scenarios',
    'imports',
    'layouts',
    'locations',
    'names',
    'sample',
    'reports',
    'editions',
    'data',
    'views',
    'plans',
    'actions',
    'notes',
    'snapshots',
    'edits',
    'manual',
    'search',
    'workspace',
    'settings',
    'jobs',
  ]
  const bridge = {
    ...Object.fromEntries(domains.map((prefix) => [prefix, domain(prefix)])),
    events: {
      onJob: listen(sources.job),
      onCommand: listen(sources.command),
      onChanged: listen(sources.changed),
    },
    drops: {
      accept: (files: readonly { name: string }[]) =>
        Promise.resolve({
          ok: true,
          value: { tokens: files.map(({ name }) => `token of ${name}`), skipped: [] },
        }),
    },
  }
  const emit = (source: Set<(value: never) => void>, value: unknown) => {
    for (const listener of source) listener(value as never)
  }
  return {
    bridge: bridge as unknown as Bridge,
    calls,
    answer: (change) => Object.assign(answers, change),
    emitJob: (event) => emit(sources.job, event),
    emitCommand: (id) => emit(sources.command, id),
    emitChanged: (profileId) => emit(sources.changed, profileId),
    listeners: () => sources.job.size + sources.command.size + sources.changed.size,
  }
}
