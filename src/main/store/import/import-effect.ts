import type { Month } from '../../../shared/calendar'
import type { DatasetId } from '../../../shared/imports'
import type { ImportEffect, MonthEffect, MonthTotals } from '../../services/import-effect'
import type { ReadConnection } from '../connection'
import {
  azureTotals,
  certificationTotals,
  rowTotals,
  seatTotals,
  span,
  workloadsOf,
  type CountedSlice,
} from '../facts/month-totals'
import { sliceColumns } from '../facts/slice-columns'
import { peopleNamed, personIdsIn, tenantsNamed } from '../repositories/subjects'
import { slicesTouched, type TouchedSlice } from '../repositories/imports'
import { rollupFor, type RollupTable } from '../repositories/usage'

/** Lost customers and people named of a month; the rest is counted. */
const NAMED = 20

/**
 * What an import that is complete does to the months it covers: what is in force with it, and what
 * was without it. Read from the columns of those months alone.
 */
export function monthEffects(
  connection: ReadConnection,
  profileId: number,
  importId: number,
): Pick<ImportEffect, 'months' | 'covered'> {
  const slices = slicesTouched(connection, profileId, importId)
  const workloads = workloadsOf(connection, profileId)
  const months = [...Map.groupBy(slices, ({ dataset, month }) => `${dataset} ${month}`).values()]
    .filter((ofMonth) => ofMonth.some(({ own }) => own))
    .map((ofMonth) => monthEffect(connection, ofMonth, workloads))
  const covered = (rollup: RollupTable) => {
    const own = slices.filter(({ dataset }) => rollupFor(dataset) === rollup)
    return {
      before: monthsOf(own.filter((each) => !each.own)),
      after: monthsOf(own.filter((each) => !each.replaced)),
    }
  }
  return { months, covered: { azure: covered('azure_rollup'), m365: covered('m365_rollup') } }
}

function monthEffect(
  connection: ReadConnection,
  slices: readonly TouchedSlice[],
  workloads: ReadonlyMap<number, string>,
): MonthEffect {
  const { dataset, month } = slices[0] as TouchedSlice
  const before = slices.filter(({ own }) => !own)
  const after = slices.filter(({ replaced }) => !replaced)
  const [earlier, later] = [before, after].map((some) => subjectsOf(connection, dataset, some))
  const lost = missingFrom(earlier ?? [], later ?? [])
  const totals = (some: readonly CountedSlice[], subjects: readonly Uint32Array[]): MonthTotals => {
    const count = markedIn(subjects).count
    const rollup = rollupFor(dataset)
    if (rollup === 'azure_rollup') return azureTotals(connection, some, count)
    if (rollup === 'm365_rollup') return seatTotals(connection, some, count, workloads)
    return dataset === 'certifications' ? certificationTotals(some, count) : rowTotals(some)
  }
  return {
    dataset,
    month,
    replaces: slices.some(({ replaced }) => replaced),
    before: before.length === 0 ? null : totals(before, earlier ?? []),
    after: totals(after, later ?? []),
    lost: { count: lost.length, names: namesOf(connection, dataset, lost) },
  }
}

/** Whom slices are about, as ascending lists of ids. */
function subjectsOf(
  connection: ReadConnection,
  dataset: DatasetId,
  slices: readonly TouchedSlice[],
): readonly Uint32Array[] {
  if (dataset === 'certifications')
    return slices.map(({ id }) => Uint32Array.from(personIdsIn(connection, id)))
  const rollup = rollupFor(dataset)
  // A list of the partner's own locations is about nobody else.
  if (rollup === null) return []
  return slices.flatMap(({ id }) => sliceColumns(connection, rollup, id).tenants)
}

/** Which ids are in some of the lists: one byte for each number between the lowest and the highest. */
function markedIn(lists: readonly Uint32Array[]) {
  const [lowest, highest] = span(lists)
  const marks = new Uint8Array(highest - lowest + 1)
  for (const list of lists) for (const id of list) marks[id - lowest] = 1
  return {
    has: (id: number) => marks[id - lowest] === 1,
    count: marks.reduce((sum, mark) => sum + mark, 0),
    *ids() {
      for (let place = 0; place < marks.length; place++)
        if (marks[place] === 1) yield place + lowest
    },
  }
}

function missingFrom(earlier: readonly Uint32Array[], later: readonly Uint32Array[]): number[] {
  const still = markedIn(later)
  return [...markedIn(earlier).ids()].filter((id) => !still.has(id))
}

function namesOf(connection: ReadConnection, dataset: DatasetId, ids: readonly number[]) {
  const read = dataset === 'certifications' ? peopleNamed : tenantsNamed
  return read(connection, ids, NAMED)
}

function monthsOf(slices: readonly TouchedSlice[]): Month[] {
  const months = slices.flatMap(({ month }) => month ?? [])
  return [...new Set(months)].sort((one, other) => one - other)
}
