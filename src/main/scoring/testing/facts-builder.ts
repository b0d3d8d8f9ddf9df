import { parseDay, parseMonth, type Day, type Month } from '../../../shared/calendar'
import type { AzureFacts, CertificationFact, Facts, SeatFacts } from '../facts'

/**
 * Facts written the way a person would tell them: "Aldermoor had 120 dollars of Sentinel in November".
 * What is left out is what lets a row count.
 */
export interface AzureRow {
  readonly tenant: string
  /** YYYY-MM. */
  readonly month: string
  readonly usd: number
  readonly service?: string
  readonly offer?: string | null
  readonly association?: string | null
  readonly duplicate?: boolean
}

export interface SeatRow {
  readonly tenant: string
  /** YYYY-MM. */
  readonly month: string
  readonly paid: number
  readonly active?: number
  readonly workload?: string
  readonly association?: string | null
  readonly duplicate?: boolean
}

export interface CertificationRow {
  readonly person: string
  readonly title: string
  readonly name?: string
  readonly trainingType?: string | null
  /** YYYY-MM-DD, as `expires`. */
  readonly completed?: string
  readonly expires?: string | null
  readonly activation?: string | null
}

/** The usage month of a score on any day of December 2023. */
export const USAGE_MONTH = '2023-11'

const YEAR_BEFORE = '2022-11'

/** Facts without any import. */
export function facts(): FactsBuilder {
  return new FactsBuilder()
}

export class FactsBuilder {
  private readonly azureRows: AzureRow[] = []
  private readonly seatRows: SeatRow[] = []
  private readonly certificationRows: CertificationFact[] = []
  private readonly azureMonths = new Set<Month>()
  private readonly seatMonths = new Set<Month>()
  private certificationsImported = false

  azure(...rows: readonly AzureRow[]): this {
    this.azureRows.push(...rows)
    return this.importedAzure(...rows.map(({ month }) => month))
  }

  seats(...rows: readonly SeatRow[]): this {
    this.seatRows.push(...rows)
    return this.importedSeats(...rows.map(({ month }) => month))
  }

  /** ACR of the trailing year that ends in November 2023, and of the one before. */
  azureYears(tenant: string, current: number, previous = 0): this {
    return this.azure(
      { tenant, month: USAGE_MONTH, usd: current },
      { tenant, month: YEAR_BEFORE, usd: previous },
    )
  }

  /** Paid and active seats of one workload in November 2023, and a year before. */
  seatYears(
    tenant: string,
    current: readonly [paid: number, active: number],
    previous: readonly [paid: number, active: number] = [0, 0],
    workload = 'Intune',
  ): this {
    return this.seats(
      { tenant, workload, month: USAGE_MONTH, paid: current[0], active: current[1] },
      { tenant, workload, month: YEAR_BEFORE, paid: previous[0], active: previous[1] },
    )
  }

  certification(...rows: readonly CertificationRow[]): this {
    this.certificationsImported = true
    this.certificationRows.push(...rows.map(certificationFact))
    return this
  }

  /** A person who holds certifications, valid throughout 2023 and 2024. */
  person(person: string, ...titles: readonly string[]): this {
    return this.certification(...titles.map((title) => ({ person, title })))
  }

  /** Months of Azure usage that were imported, whether or not a row of theirs counts. */
  importedAzure(...months: readonly string[]): this {
    for (const month of months) this.azureMonths.add(monthFrom(month))
    return this
  }

  importedSeats(...months: readonly string[]): this {
    for (const month of months) this.seatMonths.add(monthFrom(month))
    return this
  }

  /** A certifications file that has no rows. */
  importedCertifications(): this {
    this.certificationsImported = true
    return this
  }

  /** All months that a score of December 2023 compares: 24 of Azure, 2 of Microsoft 365. */
  fullHistory(): this {
    const last = monthFrom(USAGE_MONTH)
    for (let back = 0; back < 24; back++) this.azureMonths.add(last - back)
    return this.importedSeats(USAGE_MONTH, YEAR_BEFORE)
  }

  build(): Facts {
    const tenants = new Dictionary<string>()
    const azure = azureFacts(this.azureRows, ascending(this.azureMonths), tenants)
    const m365 = seatFacts(this.seatRows, ascending(this.seatMonths), tenants)
    return {
      tenants: tenants.values.map((name) => ({ id: tenantId(name), name })),
      azure,
      m365,
      certifications: {
        imported: this.certificationsImported,
        rows: [...this.certificationRows],
      },
    }
  }
}

/** The id that a tenant of that name gets: a GUID that sorts as the name does. */
export function tenantId(name: string): string {
  const hex = Array.from(name, (char) => char.charCodeAt(0).toString(16).padStart(2, '0')).join('')
  const digits = hex.padEnd(32, '0')
  if (digits.length > 32) throw new RangeError(`The name of a test tenant is too long: ${name}`)
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** A calendar day of a test; throws when it does not exist. */
export function day(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === undefined) throw new RangeError(`Not a date: ${text}`)
  return parsed
}

function monthFrom(text: string): Month {
  const parsed = parseMonth(text)
  if (parsed === undefined) throw new RangeError(`Not a month: ${text}`)
  return parsed
}

function ascending(months: ReadonlySet<Month>): Month[] {
  return [...months].sort((a, b) => a - b)
}

/** Values in the order in which they first appear. */
class Dictionary<T> {
  readonly values: T[] = []

  indexOf(value: T): number {
    const known = this.values.indexOf(value)
    return known >= 0 ? known : this.values.push(value) - 1
  }
}

function azureFacts(
  rows: readonly AzureRow[],
  months: readonly Month[],
  tenants: Dictionary<string>,
): AzureFacts {
  const services = new Dictionary<string>()
  const offers = new Dictionary<string | null>()
  const associations = new Dictionary<string | null>()
  const association = ({ association = 'Partner Admin Link' }: AzureRow) => association
  return {
    months,
    services: services.values,
    offers: offers.values,
    associations: associations.values,
    tenant: Uint32Array.from(rows, (row) => tenants.indexOf(row.tenant)),
    month: Uint32Array.from(rows, (row) => monthFrom(row.month)),
    service: Uint32Array.from(rows, (row) => services.indexOf(row.service ?? 'Sentinel')),
    offer: Uint32Array.from(rows, (row) => offers.indexOf(row.offer ?? null)),
    association: Uint32Array.from(rows, (row) => associations.indexOf(association(row))),
    duplicate: Uint8Array.from(rows, (row) => (row.duplicate ? 1 : 0)),
    microUsd: Float64Array.from(rows, (row) => Math.round(row.usd * 1_000_000)),
  }
}

function seatFacts(
  rows: readonly SeatRow[],
  months: readonly Month[],
  tenants: Dictionary<string>,
): SeatFacts {
  const workloads = new Dictionary<string>()
  const associations = new Dictionary<string | null>()
  const association = ({ association = 'CPOR' }: SeatRow) => association
  return {
    months,
    workloads: workloads.values,
    associations: associations.values,
    tenant: Uint32Array.from(rows, (row) => tenants.indexOf(row.tenant)),
    month: Uint32Array.from(rows, (row) => monthFrom(row.month)),
    workload: Uint32Array.from(rows, (row) => workloads.indexOf(row.workload ?? 'Intune')),
    association: Uint32Array.from(rows, (row) => associations.indexOf(association(row))),
    duplicate: Uint8Array.from(rows, (row) => (row.duplicate ? 1 : 0)),
    paidSeats: Float64Array.from(rows, (row) => row.paid),
    activeSeats: Float64Array.from(rows, (row) => row.active ?? 0),
  }
}

function certificationFact(row: CertificationRow): CertificationFact {
  const { expires = '2024-12-31' } = row
  return {
    person: row.person,
    personName: row.name ?? '',
    title: row.title,
    trainingType: row.trainingType ?? null,
    completed: day(row.completed ?? '2023-01-10'),
    expires: expires === null ? null : day(expires),
    activation: row.activation ?? null,
  }
}
