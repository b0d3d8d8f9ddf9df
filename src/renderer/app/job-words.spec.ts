import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { JobProgress } from '../../shared/jobs'
import { createTexts } from './i18n'
import { jobWords } from './job-words'
import { runJob } from './jobs'
import { useJobsStore } from './jobs-store'
import { testWindow, type TestWindow } from './testing/mount'

const jobId = 'a1f7a2f0-5b2c-4c3f-9b7e-1d2c3b4a5f60'
const { t } = createTexts().global

describe('the words beside a running job', () => {
  let win: TestWindow
  beforeEach(async () => {
    vi.spyOn(performance, 'now').mockReturnValue(0)
    win = testWindow()
    win.fake.answer({ 'imports.commit': () => ({ jobId }) })
    const files = { profileId: 1, files: ['t'], skipBadRows: false }
    void runJob('imports.commit', { ...files, mode: 'replace' }, 'Importing')
    await flushPromises()
  })
  afterEach(() => vi.restoreAllMocks())

  /** What stands there after so many milliseconds. */
  function after(ms: number, progress: Omit<JobProgress, 'phase'>): string {
    vi.mocked(performance.now).mockReturnValue(ms)
    win.fake.emitJob({ jobId, state: 'progress', progress: { phase: 'reading', ...progress } })
    const [job] = useJobsStore().running
    return job ? jobWords(job, t) : ''
  }

  it('count rows, and tell the time left once the pace is known', () => {
    expect(after(0, { done: 0, total: 100, rows: 0 })).toBe('')
    expect(after(300, { done: 10, total: 100, rows: 1 })).toBe('1 row')
    expect(after(2_000, { done: 20, total: 100, rows: 12_000 })).toBe(
      '12,000 rows · about 8 s left',
    )
    expect(after(30_000, { done: 10, total: 100, rows: 9 })).toBe('9 rows · about 5 min left')
  })

  it('say that a file is being unpacked, whose pace is not that of reading', () => {
    const unpacking = { total: 100, rows: 50, unpacking: true } as const
    expect(after(4_000, { done: 50, ...unpacking })).toBe('Unpacking · 50 rows')
    expect(after(6_000, { done: 75, ...unpacking })).toBe('Unpacking · 50 rows · about 1 s left')
    expect(after(6_100, { done: 100, ...unpacking })).toBe('Unpacking · 50 rows · almost done')
    expect(after(7_000, { done: 50, total: 100, rows: 10 })).toBe('10 rows')
  })

  it('do not guess where nobody knows the whole', () => {
    expect(after(5_000, { done: 5, total: 0 })).toBe('')
  })
})
