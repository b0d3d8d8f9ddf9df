import { formatDay, formatMonth } from '../../shared/calendar'
import type { CauseId, ExplainedRow, WindowId } from '../../shared/explanation'
import type { TrackScore } from './engine'
import {
  azureEntryCause,
  judgeAzure,
  judgeSeats,
  seatEntryCause,
  underOptionOf,
} from './eligibility'
import {
  decidingWorkload,
  seatAmount,
  tenantCause,
  windowOf,
  type UsageView,
} from './explained-usage'
import { rawPerUnit, type Section } from './explanation'
import type {
  AzureKinds,
  RowPlace,
  SeatKinds,
  StoredAzureRow,
  StoredCertification,
  StoredSeatRow,
} from './facts'
import { certificationJudge, seatCause } from './left-out'

type StreamSection = Section & { readonly kind: 'stream' }
type StepSection = Section & { readonly kind: 'step' }

/** Azure rows of one tenant (its place in the prepared facts) with what became of each. */
export function explainAzureRows(
  { prepared }: TrackScore,
  section: StreamSection,
  tenant: number,
  rows: readonly StoredAzureRow[],
): ExplainedRow[] {
  const { view, stream } = section
  const entries = azureEntries(rows)
  const edition = underOptionOf(prepared.edition, stream.rule)
  const judge = azureEntryCause(entries, judgeAzure(entries, edition))
  return rows.map((row, entry) => {
    const window = view && windowOf(view, row.month)
    const cause =
      view === null || window === null
        ? 'outside-window'
        : (judge(entry) ?? tenantCause(view, window, tenant))
    return explained(row, window, cause, {
      month: formatMonth(row.month),
      name: row.service,
      offer: row.offer,
      association: row.association,
      duplicate: row.duplicate === 1,
      amount: row.microUsd / rawPerUnit(section),
    })
  })
}

/**
 * Microsoft 365 rows of one tenant. `compared` are all its rows in the compared months, of which one
 * stands for each workload: the one with the most paid seats, then the most active, then the first.
 */
export function explainSeatRows(
  { prepared }: TrackScore,
  section: StreamSection,
  tenant: number,
  { rows, compared }: Readonly<Record<'rows' | 'compared', readonly StoredSeatRow[]>>,
): ExplainedRow[] {
  const { view, stream } = section
  const edition = underOptionOf(prepared.edition, stream.rule)
  const entries = seatEntries(rows)
  const judged = judgeSeats(entries, edition)
  const judge = seatEntryCause(entries, judged)
  const standing = view === null ? new Set() : standingRows(view, compared, edition)
  const causeOf = (row: StoredSeatRow, entry: number, window: WindowId | null): CauseId | null => {
    if (view === null || window === null) return 'outside-window'
    const cause = judge(entry)
    if (cause !== null) return cause
    if (!standing.has(row.row)) return 'superseded'
    const deciding = decidingWorkload(view, window, tenant)
    return seatCause(
      view,
      window,
      tenant,
      deciding === null || deciding === judged.workloadOf[entry],
    )
  }
  return rows.map((row, entry) => {
    const window = view && windowOf(view, row.month)
    const { paidSeats, activeSeats } = row
    return explained(row, window, causeOf(row, entry, window), {
      month: formatMonth(row.month),
      name: row.workload,
      association: row.association,
      duplicate: row.duplicate === 1,
      amount: view === null ? paidSeats : seatAmount(view, paidSeats, activeSeats),
      paidSeats,
      activeSeats,
    })
  })
}

function standingRows(
  view: UsageView,
  rows: readonly StoredSeatRow[],
  edition: TrackScore['prepared']['edition'],
): ReadonlySet<unknown> {
  const entries = seatEntries(rows)
  const judged = judgeSeats(entries, edition)
  const judge = seatEntryCause(entries, judged)
  const best = new Map<string, StoredSeatRow>()
  rows.forEach((row, entry) => {
    const window = windowOf(view, row.month)
    if (window === null || judge(entry) !== null) return
    const key = `${window} ${String(judged.workloadOf[entry])}`
    const known = best.get(key)
    if (known === undefined || hasMore(row, known)) best.set(key, row)
  })
  return new Set([...best.values()].map(({ row }) => row))
}

function hasMore(a: StoredSeatRow, b: StoredSeatRow): boolean {
  return (a.paidSeats - b.paidSeats || a.activeSeats - b.activeSeats || b.row - a.row) > 0
}

/** Certifications of one person with what became of each in a step; `all` are those of everyone. */
export function explainCertifications(
  of: TrackScore,
  section: StepSection,
  rows: readonly StoredCertification[],
): ExplainedRow[] {
  const causeOf = certificationJudge(of, section, rows)
  return rows.map((row) =>
    explained(row, 'current', causeOf(row), {
      name: row.title,
      amount: 1,
      completed: formatDay(row.completed),
      expires: row.expires === null ? null : formatDay(row.expires),
    }),
  )
}

const nothing = {
  ...{ month: null, offer: null, association: null, duplicate: false },
  ...{ paidSeats: null, activeSeats: null, completed: null, expires: null },
}

function explained(
  { row, file, line, byHand }: RowPlace,
  window: WindowId | null,
  cause: CauseId | null,
  content: Partial<ExplainedRow> & Pick<ExplainedRow, 'name' | 'amount'>,
): ExplainedRow {
  const place = { row, file, line, ...(byHand === undefined ? {} : { byHand }) }
  return { ...place, ...nothing, ...content, window, counts: cause === null, cause }
}

/** Rows as entries, each with names of its own, so that they are judged as the facts are. */
function azureEntries(rows: readonly StoredAzureRow[]): AzureKinds {
  return {
    services: rows.map(({ service }) => service),
    offers: rows.map(({ offer }) => offer),
    associations: rows.map(({ association }) => association),
    service: places(rows),
    offer: places(rows),
    association: places(rows),
    duplicate: Uint8Array.from(rows, ({ duplicate }) => duplicate),
  }
}

function seatEntries(rows: readonly StoredSeatRow[]): SeatKinds {
  return {
    workloads: rows.map(({ workload }) => workload),
    associations: rows.map(({ association }) => association),
    workload: places(rows),
    association: places(rows),
    duplicate: Uint8Array.from(rows, ({ duplicate }) => duplicate),
  }
}

function places(rows: readonly unknown[]): Uint32Array {
  return Uint32Array.from(rows, (_, index) => index)
}
