import type { ScoreWarning, StreamId } from '../../shared/score'
import type { Edition } from '../rules/edition-schema'
import { foldName } from '../rules/names'
import type { PreparedCertifications } from './certifications'
import {
  azureEntryCounts,
  oneWhere,
  type EntryTest,
  type JudgedAzure,
  type JudgedNames,
  type JudgedSeats,
  type Verdict,
} from './eligibility'
import type { AzureKinds, SeatKinds } from './facts'
import { treatedWarnings } from './treated-names'
import { listed, streamNames } from './wording'

/**
 * What is said about names (SCORING.md "Which rows count"): one in no list is reported, never dropped
 * in silence, and so is usage that has no name where one decides. Counts are distinct names or
 * customers, so they do not depend on how the same usage is spread over rows.
 */

/** A name that is missing where one decides, and which entries that concerns. */
export interface NameGap {
  readonly code: keyof typeof missingKinds
  readonly concerns: EntryTest
}

export function azureNameGaps(kinds: AzureKinds, judged: JudgedAzure): NameGap[] {
  const eligible = azureEntryCounts(kinds, judged)
  const listedService = entryTest(kinds.service, judged.services, 'counting')
  const noOffer = entryTest(kinds.offer, judged.offers, 'missing')
  const noAssociation = entryTest(kinds.association, judged.associations, 'missing')
  return [
    { code: 'offer-missing', concerns: (entry) => noOffer(entry) && eligible(entry) },
    {
      code: 'association-missing',
      concerns: (entry) => noAssociation(entry) && listedService(entry),
    },
  ]
}

export function seatNameGaps(kinds: SeatKinds, judged: JudgedSeats): NameGap[] {
  const listedWorkload = entryTest(kinds.workload, judged.workloads, 'counting')
  const noAssociation = entryTest(kinds.association, judged.associations, 'missing')
  return [
    {
      code: 'association-missing',
      concerns: (entry) => noAssociation(entry) && listedWorkload(entry),
    },
  ]
}

/** Counts the customers that each gap concerns: once, however many of their entries have it. */
export class GapCustomers {
  private readonly marked: readonly { readonly gap: NameGap; readonly tenants: Uint8Array }[]

  constructor(gaps: readonly NameGap[], tenants: number) {
    this.marked = gaps.map((gap) => ({ gap, tenants: new Uint8Array(tenants) }))
  }

  /** Whether some gap concerns an entry, so that its customers have to be named. */
  asksFor(entry: number): boolean {
    return this.marked.some(({ gap }) => gap.concerns(entry))
  }

  /** Takes the customers of one entry, or of all entries that are of one kind. */
  add(entry: number, customers: Iterable<number>): void {
    for (const { gap, tenants } of this.marked) {
      if (!gap.concerns(entry)) continue
      for (const customer of customers) tenants[customer] = 1
    }
  }

  warnings(stream: StreamId): ScoreWarning[] {
    return this.marked.flatMap(({ gap, tenants }) => {
      const count = tenants.reduce((sum, one) => sum + one, 0)
      return count === 0 ? [] : [missing(gap.code, stream, count)]
    })
  }
}

/** The gaps of facts, entry by entry. */
export function gapsAmong(
  gaps: readonly NameGap[],
  tenantOf: Uint32Array,
  tenants: number,
): GapCustomers {
  const customers = new GapCustomers(gaps, tenants)
  for (let entry = 0; entry < tenantOf.length; entry++) {
    if (customers.asksFor(entry)) customers.add(entry, tenantOf.subarray(entry, entry + 1))
  }
  return customers
}

export function azureNameWarnings(
  kinds: AzureKinds,
  { services, offers, associations }: JudgedAzure,
  edition: Edition,
): ScoreWarning[] {
  const serviceNames = unknownNames(services, kinds.service)
  const offerNames = unknownNames(offers, kinds.offer)
  const associationNames = unknownNames(associations, kinds.association)
  return [
    ...unknown('unknown-service', serviceNames, edition, 'azure'),
    ...unknown('unknown-offer', offerNames, edition, 'azure'),
    ...unknown('unknown-association', associationNames, edition, 'azure'),
    ...treatedWarnings(
      () => ({
        service: usedNames(services, kinds.service),
        offer: usedNames(offers, kinds.offer),
        association: usedNames(associations, kinds.association),
      }),
      edition,
      'azure',
    ),
  ]
}

export function seatNameWarnings(
  kinds: SeatKinds,
  { workloads, associations }: JudgedSeats,
  edition: Edition,
): ScoreWarning[] {
  const workloadNames = unknownNames(workloads, kinds.workload)
  const associationNames = unknownNames(associations, kinds.association)
  return [
    ...unknown('unknown-workload', workloadNames, edition, 'm365'),
    ...unknown('unknown-association', associationNames, edition, 'm365'),
    ...treatedWarnings(
      () => ({
        workload: usedNames(workloads, kinds.workload),
        association: usedNames(associations, kinds.association),
      }),
      edition,
      'm365',
    ),
  ]
}

export function certificationNameWarnings(
  { unknownTitles, people }: PreparedCertifications,
  edition: Edition,
): ScoreWarning[] {
  const titles = () => people.flatMap(({ held }) => held.map(({ fact }) => fact.title))
  return [
    ...unknown('unknown-certification', distinct(unknownTitles), edition),
    ...treatedWarnings(() => ({ certification: titles() }), edition),
  ]
}

/** What the names of a code are, and what became of the rows that carry them. */
const unknownKinds = {
  'unknown-service': ['services', 'do not count'],
  'unknown-workload': ['workloads', 'do not count'],
  'unknown-offer': ['offer types', 'count as eligible'],
  'unknown-association': ['association types', 'do not count'],
  'unknown-certification': ['Certifications', 'do not count'],
} as const

function unknown(
  code: keyof typeof unknownKinds,
  names: readonly string[],
  edition: Edition,
  stream?: StreamId,
): ScoreWarning[] {
  if (names.length === 0) return []
  const [kind, consequence] = unknownKinds[code]
  const what = stream === undefined ? kind : `${streamNames[stream]} ${kind}`
  return [
    {
      code,
      message: `${what} in no list of edition ${edition.id} ${consequence}: ${listed(names)}.`,
      count: names.length,
      names: [...names],
      ...(stream === undefined ? {} : { stream }),
    },
  ]
}

const missingKinds = {
  'offer-missing': 'usage without an offer type counts as eligible',
  'association-missing': 'usage without an association does not count',
} as const

function missing(code: keyof typeof missingKinds, stream: StreamId, count: number): ScoreWarning {
  const message = `${streamNames[stream]} ${missingKinds[code]} (customers concerned: ${String(count)}).`
  return { code, message, count, stream }
}

/** Names in no list that some entry carries; a dictionary may hold more than the entries use. */
function unknownNames(judged: JudgedNames, column: Uint32Array): string[] {
  if (!judged.verdicts.includes('unknown')) return []
  return distinct(usedNames(judged, column, 'unknown'))
}

/** Names that some entry carries, or those of them with a verdict. */
function usedNames(
  { names, verdicts }: JudgedNames,
  column: Uint32Array,
  verdict?: Verdict,
): string[] {
  const used = new Uint8Array(names.length)
  column.forEach((index) => (used[index] = 1))
  return names.flatMap((name, index) => {
    const wanted = verdict === undefined || verdicts[index] === verdict
    return name !== null && wanted && used[index] === 1 ? name : []
  })
}

/** Sorted; of spellings that mean the same the first. */
function distinct(names: readonly string[]): string[] {
  const byFolded = new Map<string, string>()
  for (const name of [...names].sort()) {
    const folded = foldName(name)
    if (!byFolded.has(folded)) byFolded.set(folded, name)
  }
  return [...byFolded.values()]
}

/** A test by what an edition says about the name in a column. */
function entryTest(column: Uint32Array, judged: JudgedNames, verdict: Verdict): EntryTest {
  const passing = oneWhere(judged, verdict)
  return (entry) => passing[column[entry] as number] === 1
}
