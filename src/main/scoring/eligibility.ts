import { foldName, nameTable, type NamedEntry } from '../rules/names'
import type { CauseId } from '../../shared/explanation'
import type { StreamId } from '../../shared/score'
import type { Edition } from '../rules/edition-schema'
import type { AzureKinds, SeatKinds } from './facts'

/**
 * Which rows count and why others do not (SCORING.md "Which rows count"). Names are judged once per
 * entry of a dictionary, so that a row costs a few lookups whatever its names look like.
 */

/**
 * What an edition says about a name: it lets a row count; it is known and does not; it is in no list;
 * or there is no name at all.
 */
export type Verdict = 'counting' | 'other' | 'unknown' | 'missing'

export interface JudgedNames {
  /** As the files spelt them. */
  readonly names: readonly (string | null)[]
  readonly verdicts: readonly Verdict[]
}

export interface JudgedAzure {
  readonly services: JudgedNames
  readonly offers: JudgedNames
  readonly associations: JudgedNames
}

export interface JudgedSeats {
  readonly workloads: JudgedNames
  /** Position of each name in the edition's list of workloads, renames included; −1: not in it. */
  readonly workloadOf: Int32Array
  readonly associations: JudgedNames
}

/** Associations counted in one way: the listed others are known and do not count. */
function underAssociations<A extends Edition['azure' | 'm365']['associations']>(
  associations: A,
  counting: readonly string[],
): A {
  const [wanted, others] = [true, false].map((counts) =>
    associations.counting.filter(({ name }) => counting.includes(name) === counts),
  )
  return { ...associations, counting: wanted, other: [...associations.other, ...(others ?? [])] }
}

/** The edition as it counts a stream under the stream's association option; as it is where it has none. */
export function underOptionOf(
  edition: Edition,
  { id, option }: { readonly id: StreamId; readonly option?: string },
): Edition {
  const { associations } = edition[id]
  const found = associations.options?.find((each) => each.id === option)
  if (!found) return edition
  const counted = underAssociations(associations, found.counting)
  return { ...edition, [id]: { ...edition[id], associations: counted } }
}

export function judgeAzure(kinds: AzureKinds, { azure }: Edition): JudgedAzure {
  return {
    services: judge(kinds.services, azure.services, []),
    offers: judge(kinds.offers, azure.offers.counting, azure.offers.excluded),
    associations: judge(kinds.associations, azure.associations.counting, azure.associations.other),
  }
}

export function judgeSeats(kinds: SeatKinds, { m365 }: Edition): JudgedSeats {
  const workloads = nameTable(m365.workloads)
  return {
    workloads: judge(kinds.workloads, m365.workloads, []),
    workloadOf: Int32Array.from(kinds.workloads, (name) => workloads.get(foldName(name)) ?? -1),
    associations: judge(kinds.associations, m365.associations.counting, m365.associations.other),
  }
}

function judge(
  names: readonly (string | null)[],
  counting: readonly NamedEntry[],
  other: readonly NamedEntry[],
): JudgedNames {
  const countingNames = nameTable(counting)
  const otherNames = nameTable(other)
  const verdicts = names.map((name): Verdict => {
    const folded = foldName(name ?? '')
    if (folded === '') return 'missing'
    if (countingNames.has(folded)) return 'counting'
    return otherNames.has(folded) ? 'other' : 'unknown'
  })
  return { names, verdicts }
}

/** Says of an entry, by its index, whether it counts. */
export type EntryTest = (entry: number) => boolean

/** Whether usage needs the edition's association, or would count with any or none. */
export type AssociationTest = 'counting' | 'any'

/**
 * What keeps a usage row from counting. A row has one cause, the first in this order: an association
 * is only missed where the row would count with it.
 */
export type EntryCause =
  | 'service-not-eligible'
  | 'workload-not-eligible'
  | 'offer-excluded'
  | 'duplicate'
  | 'association-missing'
  | 'association-other'
  | 'association-unknown'

/** Says of an entry, by its index, what keeps it from counting; null: nothing. */
export type EntryJudge = (entry: number) => EntryCause | null

type Causes = Readonly<Record<Verdict, EntryCause | null>>

const namedOnly = (cause: EntryCause): Causes => {
  return { counting: null, other: cause, unknown: cause, missing: cause }
}
const byAssociation: Causes = {
  counting: null,
  other: 'association-other',
  unknown: 'association-unknown',
  missing: 'association-missing',
}
/** The page names only the offers that do not count. */
const byOffer: Causes = { counting: null, other: 'offer-excluded', unknown: null, missing: null }

/**
 * An Azure entry counts when its service and its association do and nobody reported it before. Of
 * offers the page names only those that do not count.
 */
export function azureEntryCause(kinds: AzureKinds, judged: JudgedAzure): EntryJudge {
  const { service, offer, association, duplicate } = kinds
  const services = causesOf(judged.services, namedOnly('service-not-eligible'))
  const offers = causesOf(judged.offers, byOffer)
  const associations = causesOf(judged.associations, byAssociation)
  return (entry) =>
    services[service[entry] as number] ??
    offers[offer[entry] as number] ??
    (duplicate[entry] === 0 ? null : 'duplicate') ??
    associations[association[entry] as number] ??
    null
}

/** A Microsoft 365 entry counts when its workload and association do and nobody reported it before. */
export function seatEntryCause(kinds: SeatKinds, judged: JudgedSeats): EntryJudge {
  const { workload, association, duplicate } = kinds
  const workloads = causesOf(judged.workloads, namedOnly('workload-not-eligible'))
  const associations = causesOf(judged.associations, byAssociation)
  return (entry) =>
    workloads[workload[entry] as number] ??
    (duplicate[entry] === 0 ? null : 'duplicate') ??
    associations[association[entry] as number] ??
    null
}

/** Says of an Azure entry whether it counts, or would with the right association. */
export function azureEntryCounts(
  kinds: AzureKinds,
  judged: JudgedAzure,
  required: AssociationTest = 'counting',
): EntryTest {
  return testOf(azureEntryCause(kinds, judged), required)
}

/** Says of a Microsoft 365 entry whether it counts, or would with the right association. */
export function seatEntryCounts(
  kinds: SeatKinds,
  judged: JudgedSeats,
  required: AssociationTest = 'counting',
): EntryTest {
  return testOf(seatEntryCause(kinds, judged), required)
}

/** An association is the last cause that is looked for, so whoever has one lacks nothing else. */
export function lacksAssociation(cause: CauseId): boolean {
  return cause.startsWith('association-')
}

function testOf(causeOf: EntryJudge, required: AssociationTest): EntryTest {
  if (required === 'counting') return (entry) => causeOf(entry) === null
  return (entry) => {
    const cause = causeOf(entry)
    return cause === null || lacksAssociation(cause)
  }
}

function causesOf({ verdicts }: JudgedNames, causes: Causes): readonly (EntryCause | null)[] {
  return verdicts.map((verdict) => causes[verdict])
}

/** 1 for each name with one of the verdicts, else 0. */
export function oneWhere({ verdicts }: JudgedNames, ...wanted: readonly Verdict[]): Uint8Array {
  return Uint8Array.from(verdicts, (verdict) => (wanted.includes(verdict) ? 1 : 0))
}
