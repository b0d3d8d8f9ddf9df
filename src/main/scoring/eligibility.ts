import { foldName, nameTable, type NamedEntry } from '../rules/names'
import type { Edition } from '../rules/edition-schema'
import type { AzureFacts, SeatFacts } from './facts'

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

/** An edition under one way of counting associations: the listed others are known and do not count. */
export function underAssociations<A extends Edition['azure' | 'm365']['associations']>(
  associations: A,
  counting: readonly string[],
): A {
  const [wanted, others] = [true, false].map((counts) =>
    associations.counting.filter(({ name }) => counting.includes(name) === counts),
  )
  return { ...associations, counting: wanted, other: [...associations.other, ...(others ?? [])] }
}

export function judgeAzure(facts: AzureFacts, { azure }: Edition): JudgedAzure {
  return {
    services: judge(facts.services, azure.services, []),
    offers: judge(facts.offers, azure.offers.counting, azure.offers.excluded),
    associations: judge(facts.associations, azure.associations.counting, azure.associations.other),
  }
}

export function judgeSeats(facts: SeatFacts, { m365 }: Edition): JudgedSeats {
  const workloads = nameTable(m365.workloads)
  return {
    workloads: judge(facts.workloads, m365.workloads, []),
    workloadOf: Int32Array.from(facts.workloads, (name) => workloads.get(foldName(name)) ?? -1),
    associations: judge(facts.associations, m365.associations.counting, m365.associations.other),
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
export function azureEntryCounts(facts: AzureFacts, judged: JudgedAzure): EntryTest {
  const { service, offer, association, duplicate } = facts
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
export function seatEntryCounts(facts: SeatFacts, judged: JudgedSeats): EntryTest {
  const { workload, association, duplicate } = facts
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
