import { onScopeDispose, reactive, ref, shallowRef, toRaw } from 'vue'
import type { Input, Output } from '../../../shared/contract'
import type { SkippedFile } from '../../../shared/api'
import type { SeventyError } from '../../../shared/errors'
import type { ImportReview } from '../../../shared/import-review'
import type { FileChoices, FileReport, ImportMode } from '../../../shared/imports'
import { ask, asSeventyError, bridge, unwrap } from '../../app/client'
import { runJob, type JobHandle } from '../../app/jobs'
import { notify, notifyFailure } from '../../app/notices'
import { reloadProfiles, saving } from '../../app/workspace'

export type ChosenFile = Output<'files.choose'>[number]
export type ImportPhase = 'choosing' | 'checking' | 'checked' | 'committing' | 'done'

export interface ImportOptions {
  mode: ImportMode
  skipBadRows: boolean
}

/** What the window says of an import elsewhere than on its screen. */
export interface ImportTitles {
  readonly check: () => string
  readonly commit: () => string
  readonly done: (files: number) => string
  readonly failed: () => string
}

type Report = Output<'imports.check'>

/**
 * One import from choosing to stored. Every change of files or options checks again at once; a
 * check that was overtaken is cancelled. Nothing is stored before {@link commit}.
 */
export function useImport(profileId: number, titles: ImportTitles) {
  const files = ref<ChosenFile[]>([])
  const options = reactive<ImportOptions>({ mode: 'replace', skipBadRows: false })
  /** What was said about single files, by their tokens. */
  const choices = ref<Readonly<Record<string, FileChoices>>>({})
  const skipped = shallowRef<readonly SkippedFile[]>([])
  const phase = ref<ImportPhase>('choosing')
  const report = shallowRef<readonly FileReport[] | null>(null)
  const review = shallowRef<ImportReview | null>(null)
  const error = shallowRef<SeventyError | null>(null)
  let running: JobHandle<Report> | null = null
  let left = false

  const input = (): Input<'imports.check'> => ({
    profileId,
    files: files.value.map(({ token }) => token),
    mode: options.mode,
    skipBadRows: options.skipBadRows,
    ...(Object.keys(choices.value).length > 0 && {
      choices: files.value.map(({ token }) => toRaw(choices.value[token]) ?? {}),
    }),
  })

  /** Runs one job; an answer that was overtaken by a later job is dropped. */
  const run = async (
    name: 'imports.check' | 'imports.commit',
    during: ImportPhase,
    after: ImportPhase,
    title: string,
  ) => {
    running?.cancel()
    phase.value = during
    error.value = null
    const job = runJob(name, input(), title)
    running = job
    try {
      const { files: account, review: found } = await job.result
      if (running !== job) return
      report.value = account
      review.value = found ?? null
      phase.value = after
    } catch (thrown) {
      if (running === job) fail(asSeventyError(thrown))
    } finally {
      if (running === job) running = null
    }
  }

  const fail = (failure: SeventyError) => {
    const account = failure.details['files']
    if (Array.isArray(account)) report.value = account as readonly FileReport[]
    // What an earlier check found need not hold for the files and options of now.
    else if (phase.value === 'checking') report.value = null
    review.value = null
    error.value = failure
    phase.value = 'checked'
  }

  const check = async () => {
    if (files.value.length > 0) return run('imports.check', 'checking', 'checked', titles.check())
    running?.cancel()
    running = null
    reset()
  }

  const reset = () => {
    files.value = []
    report.value = null
    review.value = null
    error.value = null
    choices.value = {}
    skipped.value = []
    options.skipBadRows = false
    phase.value = 'choosing'
  }

  const add = async (find: () => Promise<readonly ChosenFile[]>) => {
    try {
      const found = await find()
      if (found.length === 0) return
      if (phase.value === 'done') reset()
      files.value = [...files.value, ...found]
      await check()
    } catch (thrown) {
      error.value = asSeventyError(thrown)
    }
  }

  /** Whoever left the screen while files were being stored hears how it ended. */
  const tellFromAfar = () => {
    const stored = report.value?.filter(({ status }) => status === 'imported').length ?? 0
    if (phase.value === 'done') notify({ tone: 'done', title: titles.done(stored) })
    else notifyFailure(titles.failed(), error.value)
  }

  onScopeDispose(() => {
    left = true
    if (phase.value === 'checking') running?.cancel()
  })

  return {
    files,
    choices,
    skipped,
    options,
    phase,
    report,
    review,
    error,
    check,
    reset,
    choose: () => add(() => ask(bridge().files.choose, {})),
    /** Files that the user dropped; the main process turns them into tokens. */
    drop: (dropped: readonly File[]) =>
      add(async () => {
        const { tokens, skipped: left } = unwrap(await bridge().drops.accept(dropped))
        skipped.value = left
        return ask(bridge().files.describe, { tokens: [...tokens] })
      }),
    remove: (token: string) => {
      // The accounts stand in the order of the files.
      const kept = toRaw(files.value).map((file) => file.token !== token)
      files.value = toRaw(files.value).filter((_, index) => kept[index])
      review.value = null
      report.value = report.value?.filter((_, index) => kept[index] ?? false) ?? null
      return check()
    },
    /** Takes what was said about a file, to be remembered unless that is said not to be, and checks again. */
    answer: (token: string, change: FileChoices) => {
      const known = choices.value[token]
      choices.value = { ...choices.value, [token]: { remember: true, ...known, ...change } }
      return check()
    },
    commit: async () => {
      await saving(() => run('imports.commit', 'committing', 'done', titles.commit()))
      if (left) tellFromAfar()
      if (phase.value === 'done') await reloadProfiles()
    },
    /** Saves the bad rows of the files as they are chosen now; null: the dialog was closed. */
    saveRejects: (title: string) => runJob('imports.rejects', input(), title).result,
    cancel: () => running?.cancel(),
  }
}
