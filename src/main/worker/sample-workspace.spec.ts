import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { scoreSchema, type Score } from '../../shared/score'
import { createIntake } from '../intake/intake'
import { createSample, writeSampleFiles } from '../services/sample/create-sample'
import { samplePartners } from '../services/sample/partners'
import { Scores } from '../services/scores'
import { temporaryFolder, temporaryWorkspace } from '../store/test-support'
import { systemClock } from '../system-clock'

const clock = systemClock('2023-12-15')

function sampleWorkspace() {
  const folder = temporaryFolder()
  const { store } = temporaryWorkspace()
  const written: string[] = []
  const write = (fileName: string, text: string) => {
    const path = join(folder, fileName)
    writeFileSync(path, text)
    written.push(path)
    return path
  }
  const progress = vi.fn()
  const control = { progress, cancelled: () => false }
  const create = () =>
    createSample({ workspace: store, intake: createIntake(), clock, control }, { write })
  return { store, create, written, progress, control, scores: new Scores(store, clock) }
}

const summary = (score: Score | undefined) => [
  score?.total,
  score?.attained,
  ...(score?.metrics ?? []).map(({ points }) => points),
]

describe('the sample workspace', () => {
  it('holds three partners: qualified, with a failed minimum, and at exactly 70', () => {
    const { create, scores } = sampleWorkspace()
    const given = create().map(({ id }) => scores.score({ profileId: id, asOf: '2023-12-15' }))
    expect(given.map(summary)).toEqual([
      [84, true, 16, 33.333333, 16.666667, 18],
      [72, false, 0, 40, 20, 12],
      [70, true, 10, 26.666667, 13.333333, 20],
    ])
    expect(given.map(({ thresholdMet, minimumsMet }) => [thresholdMet, minimumsMet])).toEqual([
      [true, true],
      [true, false],
      [true, true],
    ])
    for (const score of given) expect(scoreSchema.parse(score)).toEqual(score)
  })

  it('scores them the same on the day on which its data begins to count', () => {
    const { create, scores } = sampleWorkspace()
    const totals = create().map(({ id }) => scores.score({ profileId: id, asOf: '2023-12-01' }))
    expect(totals.map(({ total, edition }) => [total, edition])).toEqual([
      [84, 'security-2023-12'],
      [72, 'security-2023-12'],
      [70, 'security-2023-12'],
    ])
  })

  it('shows what a real download brings along: rows that do not count, and says so', () => {
    const { create, scores } = sampleWorkspace()
    const [first] = create()
    const score = scores.score({ profileId: first?.id ?? 0, asOf: '2023-12-15' })
    expect(score.warnings.map(({ code, names }) => [code, names])).toEqual([
      ['unknown-service', ['Virtual Machines']],
      ['offer-missing', undefined],
    ])
    expect(score.alternatives.map(({ reading }) => reading)).not.toEqual([])
  })

  it('marks its partners as invented, under the ids of their plans', () => {
    const { create } = sampleWorkspace()
    expect(create().map(({ name, mpnId, sample }) => [name, mpnId, sample])).toEqual(
      samplePartners.map(({ name, mpnId }) => [name, mpnId, true]),
    )
  })

  it('keeps the three files of each partner, and reports progress by partner', () => {
    const { create, written, progress, store } = sampleWorkspace()
    const [first] = create()
    expect(written.map((path) => basename(path)).slice(0, 3)).toEqual([
      'larkspur-cloud-defence-azure-usage.csv',
      'larkspur-cloud-defence-m365-usage.csv',
      'larkspur-cloud-defence-trainings.csv',
    ])
    expect(written).toHaveLength(9)
    expect(progress.mock.calls).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ])
    const imported = store.files(first?.id ?? 0)
    expect(imported.map(({ dataset, rowsRejected }) => [dataset, rowsRejected]).toSorted()).toEqual(
      [
        ['azure-usage', 0],
        ['certifications', 0],
        ['m365-usage', 0],
      ],
    )
  })

  it('leaves a partner that is there already as it is', () => {
    const { create, written, store } = sampleWorkspace()
    const before = create()
    expect(create()).toEqual(before)
    expect(written).toHaveLength(9)
    expect(store.profiles()).toHaveLength(3)
  })

  it('leaves no half partner behind when it is cancelled', () => {
    const { create, store, control } = sampleWorkspace()
    control.cancelled = () => true
    expect(create).toThrow(expect.objectContaining({ code: 'cancelled' }))
    expect(store.profiles().every(({ id }) => store.files(id).length === 0)).toBe(true)
  })

  it('has the same bytes in every version, so that its scores can be quoted', () => {
    const hash = createHash('sha256')
    for (const partner of samplePartners)
      writeSampleFiles({ write: (name, text) => (hash.update(`${name}\n${text}`), name) }, partner)
    expect(hash.digest('hex')).toBe(
      'db3122eabc2669f6a3fe4d739e746561115ea44113758e82e88b361b3fbf4a4d',
    )
  })
})
