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
import type { AzureFacts, SeatFacts } from './facts'
import { listed, streamNames } from './wording'

/**
 * What is said about names (SCORING.md "Which rows count"): one in no list is reported, never dropped
 * in silence, and so is usage that has no name where one decides. Counts are distinct names or
 * customers, so they do not depend on how the same usage is spread over rows.
 */

export function azureNameWarnings(
  facts: AzureFacts,
  tenants: number,
  judged: JudgedAzure,
  edition: Edition,
): ScoreWarning[] {
  const { services, offers, associations } = judged
  const eligible = azureEntryCounts(facts, judged)
  const listedService = entryTest(facts.service, services, 'counting')
  const noOffer = entryTest(facts.offer, offers, 'missing')
  const noAssociation = entryTest(facts.association, associations, 'missing')
  const unassociated = (entry: number) => noAssociation(entry) && listedService(entry)
  return [
    ...unknown('unknown-service', unknownNames(services, facts.service), edition, 'azure'),
    ...unknown('unknown-offer', unknownNames(offers, facts.offer), edition, 'azure'),
    ...unknown(
      'unknown-association',
      unknownNames(associations, facts.association),
      edition,
      'azure',
    ),
    ...missing(
      'offer-missing',
      facts.tenant,
      tenants,
      'azure',
      (entry) => noOffer(entry) && eligible(entry),
    ),
    ...missing('association-missing', facts.tenant, tenants, 'azure', unassociated),
  ]
}

export function seatNameWarnings(
  facts: SeatFacts,
  tenants: number,
  { workloads, associations }: JudgedSeats,
  edition: Edition,
): ScoreWarning[] {
  const listedWorkload = entryTest(facts.workload, workloads, 'counting')
  const noAssociation = entryTest(facts.association, associations, 'missing')
  const unassociated = (entry: number) => noAssociation(entry) && listedWorkload(entry)
  return [
    ...unknown('unknown-workload', unknownNames(workloads, facts.workload), edition, 'm365'),
    ...unknown(
      'unknown-association',
      unknownNames(associations, facts.association),
      edition,
      'm365',
    ),
    ...missing('association-missing', facts.tenant, tenants, 'm365', unassociated),
  ]
}

export function certificationNameWarnings(
  { unknownTitles }: PreparedCertifications,
  edition: Edition,
): ScoreWarning[] {
  return unknown('unknown-certification', distinct(unknownTitles), edition)
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

/** Reports the customers that have an entry which passes. */
function missing(
  code: keyof typeof missingKinds,
  tenantOf: Uint32Array,
  tenants: number,
  stream: StreamId,
  passes: EntryTest,
): ScoreWarning[] {
  const concerned = new Uint8Array(tenants)
  for (let entry = 0; entry < tenantOf.length; entry++) {
    if (passes(entry)) concerned[tenantOf[entry] as number] = 1
  }
  const count = concerned.reduce((sum, one) => sum + one, 0)
  if (count === 0) return []
  const message = `${streamNames[stream]} ${missingKinds[code]} (customers concerned: ${String(count)}).`
  return [{ code, message, count, stream }]
}

/** Names in no list that some entry carries; a dictionary may hold more than the entries use. */
function unknownNames({ names, verdicts }: JudgedNames, column: Uint32Array): string[] {
  if (!verdicts.includes('unknown')) return []
  const used = new Uint8Array(names.length)
  column.forEach((index) => (used[index] = 1))
  return distinct(
    names.flatMap((name, index) =>
      name !== null && verdicts[index] === 'unknown' && used[index] === 1 ? name : [],
    ),
  )
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
