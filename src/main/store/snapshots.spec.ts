import { describe, expect, it } from 'vitest'
import { undoStep } from '../services/edits/log'
import {
  listSnapshots,
  removeSnapshot,
  renameSnapshot,
  takeSnapshot,
} from '../services/engagement/snapshots'
import { Scores } from '../services/scores'
import { addProfile, importFiles, temporaryWorkspace } from './test-support'

const AT = '2023-12-20T09:30:00.000Z'
const clock = { today: () => 19_711, now: () => AT }

function bench() {
  const { store } = temporaryWorkspace()
  const profileId = addProfile(store)
  const scores = new Scores(store, clock)
  const writing = { workspace: store, clock }
  const usage = (paid: number) =>
    importFiles(store, profileId, [
      {
        name: `seats ${String(paid)}`,
        seats: [
          { month: '2022-11', tenant: 1, paid: 10, active: 10, association: 'CPOR' },
          { month: '2023-11', tenant: 1, paid, active: paid, association: 'CPOR' },
        ],
      },
    ])
  const take = (asOf?: string, name?: string) =>
    takeSnapshot({ ...writing, scores }, { profileId, asOf, name })
  const list = () => listSnapshots({ workspace: store, scores }, profileId)
  return { store, profileId, scores, writing, usage, take, list }
}
const fault = (code: string) => expect.objectContaining({ code }) as Error

describe('a snapshot', () => {
  it('keeps the score of a date with its edition and readings, and says that it still stands', () => {
    const { profileId, scores, usage, take, list } = bench()
    usage(400)
    const taken = take('2023-12-15', ' Review ')
    const score = scores.score({ profileId, asOf: '2023-12-15' })
    expect(taken).toMatchObject({
      ...{ id: 1, profileId, name: 'Review', takenAt: AT },
      score: {
        ...{ asOf: '2023-12-15', usageMonth: '2023-11', edition: score.edition },
        ...{ readings: score.readings, total: score.total, threshold: 70 },
      },
    })
    expect(taken.score).not.toHaveProperty('warnings')
    expect(list()).toEqual([
      {
        ...taken,
        now: { total: score.total, totalShown: score.totalShown, attained: false },
        same: true,
      },
    ])
  })

  it('stays as it was when data is replaced, and says so', () => {
    const { usage, take, list } = bench()
    usage(400)
    const { score } = take('2023-12-15')
    usage(30)
    const [listed] = list()
    expect(listed?.score).toEqual(score)
    expect(listed?.same).toBe(false)
    expect(listed?.now?.total).toBeLessThan(score.total ?? 0)
  })

  it('is taken of the score date of the partner where none is given; the latest stands first', () => {
    const { usage, take, list } = bench()
    usage(400)
    take('2023-11-30')
    const of = take()
    take('2023-06-30')
    expect(list().map(({ score }) => score.asOf)).toEqual([
      ...[of.score.asOf, '2023-11-30', '2023-06-30'],
    ])
    expect(of.score.asOf > '2023-11-30').toBe(true)
  })

  it('cannot be compared once its edition is gone', () => {
    const { store, usage, take, list } = bench()
    usage(400)
    const taken = take('2023-12-15')
    const other = { ...taken, id: 7, score: { ...taken.score, edition: 'ours-2023' } }
    store.transaction(() => store.apply({ kind: 'snapshot', id: 7, snapshot: other }))
    expect(list()[0]).toEqual({ ...other, now: null, same: false })
  })

  it('is renamed, removed and brought back as one step each', () => {
    const { store, writing, usage, take, list } = bench()
    usage(400)
    const taken = take('2023-12-15')
    expect(renameSnapshot(writing, { snapshotId: 1, name: ' Q4 ' })).toEqual({
      ...{ ...taken, name: 'Q4' },
    })
    removeSnapshot(writing, 1)
    expect(list()).toEqual([])
    expect(undoStep(store, clock)).toMatchObject({
      ...{ label: 'snapshot-removed', values: { name: 'Q4', date: '2023-12-15' } },
    })
    expect(list().map(({ name }) => name)).toEqual(['Q4'])
    undoStep(store, clock)
    expect(list().map(({ name }) => name)).toEqual([''])
    undoStep(store, clock)
    expect(list()).toEqual([])
    expect(take('2023-12-15').id).toBe(2)
  })

  it('is refused when it is gone, for no partner, and beyond a hundred', () => {
    const { store, writing, scores, take } = bench()
    expect(() => renameSnapshot(writing, { snapshotId: 4, name: 'x' })).toThrow(
      fault('snapshot-not-found'),
    )
    expect(() => removeSnapshot(writing, 4)).toThrow(fault('snapshot-not-found'))
    expect(() => takeSnapshot({ ...writing, scores }, { profileId: 9 })).toThrow(
      fault('profile-not-found'),
    )
    const taken = take('2023-12-15')
    store.transaction(() => {
      for (let id = 2; id <= 100; id++)
        store.apply({ kind: 'snapshot', id, snapshot: { ...taken, id } })
    })
    expect(() => take('2023-12-15')).toThrow(fault('snapshots-too-many'))
  })
})
