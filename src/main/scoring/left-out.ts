import { SeventyError } from '../../shared/errors'
import type { CauseId, WindowId } from '../../shared/explanation'
import type { Edition } from '../rules/edition-schema'
import { isCertification, prepareCertifications, reasonOn } from './certifications'
import type { PreparedFacts, TrackScore } from './engine'
import {
  azureEntryCause,
  judgeAzure,
  judgeSeats,
  seatEntryCause,
  underOptionOf,
} from './eligibility'
import {
  countsTenants,
  decidingWorkload,
  seatAmount,
  tenantCause,
  windowOf,
  type UsageView,
} from './explained-usage'
import { rawPerUnit, type Section } from './explanation'
import type { CertificationFact, RowSums, StoredCertification, TenantFact } from './facts'
import { RowAccount } from './row-account'

/** The stored rows of a partner, or of one customer of it. */
export interface ExplainedRows {
  readonly sums: RowSums
  readonly certifications: readonly StoredCertification[]
}

/**
 * What became of every stored row of a section. Customers are numbered as in the prepared facts,
 * people in the order of {@link peopleIn}. Rows of a month that is not compared are only counted.
 */
export function accountOf(
  of: TrackScore,
  section: Section,
  stored: Partial<ExplainedRows>,
): RowAccount {
  const account = new RowAccount(rawPerUnit(section))
  const { certifications = [], sums } = stored
  if (section.kind === 'step') {
    const people = new Map(peopleIn(certifications).map(({ id }, index) => [id, index]))
    const causeOf = certificationJudge(of, section, certifications)
    for (const row of certifications) {
      account.add(causeOf(row), 'current', people.get(row.person) as number, 1, 1)
    }
    return account
  }
  const { view, stream } = section
  if (sums === undefined) return account
  const edition = underOptionOf(of.prepared.edition, stream.rule)
  const add = stream.rule.id === 'azure' ? addAzure : addSeats
  add(account, view, { edition, tenants: of.prepared.tenants }, sums)
  return account
}

/** Everyone with a stored row, in the order in which they first appear, by the first name that is given. */
export function peopleIn(rows: readonly StoredCertification[]): TenantFact[] {
  const people = new Map<string, TenantFact>()
  for (const { person, personName } of rows) {
    const name = people.get(person)?.name ?? (personName === '' ? null : personName)
    people.set(person, { id: person, name })
  }
  return [...people.values()]
}

/** The edition by which rows are judged, and who the tenants are. */
type Judged = Pick<PreparedFacts, 'edition' | 'tenants'>

function addAzure(
  account: RowAccount,
  view: UsageView | null,
  { edition, tenants }: Judged,
  sums: RowSums,
): void {
  const { azure } = sums
  const judge = azureEntryCause(azure, judgeAzure(azure, edition))
  const places = placesOf(tenants, sums.tenants)
  azure.tenant.forEach((of, entry) => {
    const tenant = places[of] as number
    const window = view && windowOf(view, azure.month[entry] as number)
    const cause =
      view === null || window === null
        ? 'outside-window'
        : (judge(entry) ?? tenantCause(view, window, tenant))
    account.add(cause, window, tenant, azure.rows[entry] as number, azure.microUsd[entry] as number)
  })
}

/** Rows that count and describe the same seats: of them one stands, for what the matrix holds. */
interface SeatCell {
  readonly window: WindowId
  readonly tenant: number
  readonly workload: number
  rows: number
  amount: number
}

function addSeats(
  account: RowAccount,
  view: UsageView | null,
  { edition, tenants }: Judged,
  { m365, tenants: own }: RowSums,
): void {
  const judged = judgeSeats(m365, edition)
  const judge = seatEntryCause(m365, judged)
  const places = placesOf(tenants, own)
  const cells = new Map<string, SeatCell>()
  m365.tenant.forEach((of, entry) => {
    const tenant = places[of] as number
    const window = view && windowOf(view, m365.month[entry] as number)
    const rows = m365.rows[entry] as number
    const amount = entryAmount(view, m365, entry)
    if (window === null) return account.add('outside-window', null, tenant, rows, amount)
    const cause = judge(entry)
    if (cause !== null) return account.add(cause, window, tenant, rows, amount)
    const workload = judged.workloadOf[m365.workload[entry] as number] as number
    const key = `${window} ${String(tenant)} ${String(workload)}`
    const cell = cells.get(key) ?? { window, tenant, workload, rows: 0, amount: 0 }
    cell.rows += rows
    cell.amount += amount
    cells.set(key, cell)
  })
  if (view === null) return
  const { m365: matrix } = view.usage
  for (const { window, tenant, workload, rows, amount } of cells.values()) {
    const row = matrix.months.rowOf(view.sides[window].month)
    const place = (row * matrix.tenants + tenant) * matrix.workloads + workload
    const stands = seatAmount(view, matrix.paid[place] as number, matrix.active[place] as number)
    const deciding = decidingWorkload(view, window, tenant)
    const cause = seatCause(view, window, tenant, deciding === null || deciding === workload)
    account.add(cause, window, tenant, 1, stands)
    if (rows > 1) account.add('superseded', window, tenant, rows - 1, amount - stands)
  }
}

/** Why the row that stands for some seats does not count; null where it does. */
export function seatCause(
  view: UsageView,
  window: WindowId,
  tenant: number,
  decides: boolean,
): CauseId | null {
  return decides ? tenantCause(view, window, tenant) : 'another-workload'
}

function entryAmount(view: UsageView | null, m365: RowSums['m365'], entry: number): number {
  const paid = m365.paidSeats[entry] as number
  if (view === null || countsTenants(view.rule)) return paid
  return (view.readings.activeCap === 'paid' ? m365.cappedSeats : m365.activeSeats)[entry] as number
}

/** For each tenant of the rows its place in the prepared facts. */
export function placesOf(
  tenants: readonly TenantFact[],
  own: readonly TenantFact[],
): readonly number[] {
  const known = new Map(tenants.map(({ id }, index) => [id, index]))
  return own.map(({ id }) => {
    const place = known.get(id)
    if (place !== undefined) return place
    throw new SeventyError(
      'internal',
      'The partner’s data changed while it was explained. Ask again.',
      { tenant: id },
    )
  })
}

/** Says of stored certifications why they do not count in a step; null: they do. */
export function certificationJudge(
  { prepared, score }: TrackScore,
  { step }: Section & { readonly kind: 'step' },
  rows: readonly StoredCertification[],
): (row: StoredCertification) => CauseId | null {
  const held = heldRows(rows, prepared.edition)
  return (row) => {
    const known = held.get(row)
    if (known === undefined) {
      return isCertification(row) ? 'certification-unknown' : 'not-a-certification'
    }
    if (!step.rule.certifications.includes(known.certification.id)) return 'not-in-step'
    const reason = reasonOn(score.asOf, known)
    return reason === 'counts' ? null : reason
  }
}

function heldRows(rows: readonly CertificationFact[], edition: Edition) {
  const { people } = prepareCertifications({ imported: true, rows }, edition)
  return new Map(people.flatMap(({ held }) => held.map((each) => [each.fact, each] as const)))
}
