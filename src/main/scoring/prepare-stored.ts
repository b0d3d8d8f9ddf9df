import type { ScoreWarning } from '../../shared/score'
import type { Edition } from '../rules/edition-schema'
import { AcrMatrixBuilder, type AcrMatrix } from './acr-matrix'
import { prepareCertifications } from './certifications'
import {
  azureEntryCounts,
  judgeAzure,
  judgeSeats,
  seatEntryCounts,
  type AssociationTest,
  type EntryTest,
} from './eligibility'
import type { PreparedFacts } from './engine'
import type { AzureKinds, SeatKinds } from './facts'
import {
  azureNameGaps,
  azureNameWarnings,
  certificationNameWarnings,
  GapCustomers,
  seatNameGaps,
  seatNameWarnings,
} from './name-warnings'
import { SeatMatrixBuilder, type SeatMatrix } from './seat-matrix'
import type { StoredPartner, StoredStream, UsageColumn } from './stored-usage'
import { streamsOf } from './stream-rules'
import { rememberingMeasure } from './usage-metrics'

/**
 * What `prepare` makes from facts, made from the columns of a store for several editions in one pass.
 * Editions with the same lists of names share their matrices, so another one of them costs nothing.
 * With `associations: any` usage counts whatever its association is, as in `prepare`.
 * Throws `number-out-of-range` for amounts or seats that cannot be computed exactly.
 */
export function prepareStored(
  partner: StoredPartner,
  editions: readonly Edition[],
  associations: AssociationTest = 'counting',
): PreparedFacts[] {
  const rules = [...new Map(editions.map((edition) => [usageRules(edition), edition]))]
  const azure = new Map(
    rules.map(([key, each]) => [key, new AzureTally(partner, each, associations)]),
  )
  const m365 = new Map(
    rules.map(([key, each]) => [key, new SeatTally(partner, each, associations)]),
  )
  feed(partner.azure, [...azure.values()])
  feed(partner.m365, [...m365.values()])
  const usage = new Map(
    rules.map(([key]) => [
      key,
      { azure: tallyOf(azure, key).finish(), m365: tallyOf(m365, key).finish() },
    ]),
  )
  return editions.map((edition) => {
    const key = usageRules(edition)
    const matrices = tallyOf(usage, key)
    const certifications = prepareCertifications(partner.certifications, edition)
    const streams = streamsOf(edition)
    return {
      edition,
      get tenants() {
        return partner.tenants()
      },
      usage: matrices,
      measure: rememberingMeasure(matrices),
      certifications,
      nameWarnings: [
        ...(streams.includes('azure') ? tallyOf(azure, key).warnings(edition) : []),
        ...(streams.includes('m365') ? tallyOf(m365, key).warnings(edition) : []),
        ...certificationNameWarnings(certifications, edition),
      ],
    }
  })
}

/** The part of an edition that decides which usage counts; equal texts give equal matrices. */
export function usageRules({ azure, m365 }: Edition): string {
  return JSON.stringify([azure, m365])
}

/** Adds up the columns of one stream under one set of names. */
interface Tally {
  wants(kind: number): boolean
  add(column: UsageColumn): void
}

/** Every column once, for all who want it. */
function feed<K>(stream: StoredStream<K>, tallies: readonly Tally[]): void {
  const wanted = (kind: number) => tallies.some((tally) => tally.wants(kind))
  for (const column of stream.columns(wanted)) {
    for (const tally of tallies) if (tally.wants(column.kind)) tally.add(column)
  }
}

function tallyOf<T>(tallies: ReadonlyMap<string, T>, key: string): T {
  const tally = tallies.get(key)
  if (tally === undefined) throw new Error('Every edition has its tally.')
  return tally
}

class AzureTally implements Tally {
  private readonly kinds: AzureKinds
  private readonly counts: EntryTest
  private readonly gaps: GapCustomers
  private readonly matrix: AcrMatrixBuilder

  constructor(
    { azure, tenantCount }: StoredPartner,
    edition: Edition,
    associations: AssociationTest,
  ) {
    const judged = judgeAzure(azure.kinds, edition)
    this.kinds = azure.kinds
    this.counts = azureEntryCounts(azure.kinds, judged, associations)
    this.gaps = new GapCustomers(azureNameGaps(azure.kinds, judged), tenantCount)
    this.matrix = new AcrMatrixBuilder(azure.months, tenantCount)
  }

  wants(kind: number): boolean {
    return this.counts(kind) || this.gaps.asksFor(kind)
  }

  add({ month, kind, tenants, first }: UsageColumn): void {
    if (this.counts(kind)) this.matrix.addColumn(month, tenants, first)
    this.gaps.add(kind, tenants)
  }

  finish(): AcrMatrix {
    return this.matrix.finish()
  }

  warnings(edition: Edition): ScoreWarning[] {
    const judged = judgeAzure(this.kinds, edition)
    return [...azureNameWarnings(this.kinds, judged, edition), ...this.gaps.warnings('azure')]
  }
}

class SeatTally implements Tally {
  private readonly kinds: SeatKinds
  private readonly workloadOf: Int32Array
  private readonly counts: EntryTest
  private readonly gaps: GapCustomers
  private readonly matrix: SeatMatrixBuilder

  constructor(
    { m365, tenantCount }: StoredPartner,
    edition: Edition,
    associations: AssociationTest,
  ) {
    const judged = judgeSeats(m365.kinds, edition)
    this.kinds = m365.kinds
    this.workloadOf = judged.workloadOf
    this.counts = seatEntryCounts(m365.kinds, judged, associations)
    this.gaps = new GapCustomers(seatNameGaps(m365.kinds, judged), tenantCount)
    this.matrix = new SeatMatrixBuilder(m365.months, tenantCount, edition.m365.workloads.length)
  }

  wants(kind: number): boolean {
    return this.counts(kind) || this.gaps.asksFor(kind)
  }

  add({ month, kind, tenants, first, second }: UsageColumn): void {
    this.gaps.add(kind, tenants)
    if (!this.counts(kind)) return
    const workload = this.workloadOf[this.kinds.workload[kind] as number] as number
    for (let entry = 0; entry < tenants.length; entry++) {
      const tenant = tenants[entry] as number
      this.matrix.add(month, tenant, workload, first[entry] as number, second[entry] as number)
    }
  }

  finish(): SeatMatrix {
    return this.matrix.finish()
  }

  warnings(edition: Edition): ScoreWarning[] {
    const judged = judgeSeats(this.kinds, edition)
    return [...seatNameWarnings(this.kinds, judged, edition), ...this.gaps.warnings('m365')]
  }
}
