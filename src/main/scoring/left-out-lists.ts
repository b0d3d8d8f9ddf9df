import type { LeftOut } from '../../shared/explanation'
import { lacksAssociation } from './eligibility'
import type { TrackScore } from './engine'
import { customer } from './explained-subjects'
import type { Section } from './explanation'
import type { TenantFact } from './facts'
import { peopleIn, type ExplainedRows } from './left-out'
import type { RowAccount } from './row-account'

/** What an account says of all rows of a section, with the names of whom they are. */
export function leftOutOf(
  of: TrackScore,
  section: Section,
  stored: ExplainedRows,
  account: RowAccount,
  limit: number,
): Omit<LeftOut, 'section'> {
  const own: readonly TenantFact[] =
    section.kind === 'step' ? peopleIn(stored.certifications) : of.prepared.tenants
  const subjectOf = (place: number) => own[place] as TenantFact
  return {
    ...account.totals(),
    entries: account.leftOut(subjectOf, limit),
    withoutAssociation: withoutAssociation(of, section, account, limit),
  }
}

function withoutAssociation(
  of: TrackScore,
  section: Section,
  account: RowAccount,
  limit: number,
): LeftOut['withoutAssociation'] {
  const view = section.kind === 'stream' ? section.view : null
  if (view === null) return { total: 0, entries: [] }
  const found = [...account.currentOf(lacksAssociation)].sort(
    ([a, first], [b, second]) => second.amount - first.amount || a - b,
  )
  const entries = found.slice(0, limit).map(([place, unassociated]) => ({
    ...customer(view, of.prepared.tenants, place).subject,
    unassociated,
  }))
  return { total: found.length, entries }
}
