import { foldName, nameTable, type NamedEntry } from '../rules/names'
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

/**
 * An Azure entry counts when its service and its association do and nobody reported it before. Of
 * offers the page names only those that do not count.
 */
export function azureEntryCounts(kinds: AzureKinds, judged: JudgedAzure): EntryTest {
  const { service, offer, association, duplicate } = kinds
  const services = oneWhere(judged.services, 'counting')
  const offers = oneWhere(judged.offers, 'counting', 'unknown', 'missing')
  const associations = oneWhere(judged.associations, 'counting')
  return (entry) =>
    duplicate[entry] === 0 &&
    services[service[entry] as number] === 1 &&
    offers[offer[entry] as number] === 1 &&
    associations[association[entry] as number] === 1
}

/** A Microsoft 365 entry counts when its workload and association do and nobody reported it before. */
export function seatEntryCounts(kinds: SeatKinds, judged: JudgedSeats): EntryTest {
  const { workload, association, duplicate } = kinds
  const workloads = oneWhere(judged.workloads, 'counting')
  const associations = oneWhere(judged.associations, 'counting')
  return (entry) =>
    duplicate[entry] === 0 &&
    workloads[workload[entry] as number] === 1 &&
    associations[association[entry] as number] === 1
}

/** 1 for each name with one of the verdicts, else 0. */
export function oneWhere({ verdicts }: JudgedNames, ...wanted: readonly Verdict[]): Uint8Array {
  return Uint8Array.from(verdicts, (verdict) => (wanted.includes(verdict) ? 1 : 0))
}
