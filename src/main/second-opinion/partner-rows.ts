import fc from 'fast-check'

/** Raw rows of one random partner, as both implementations are given them. */
export interface PartnerRows {
  readonly hasAzure: boolean
  readonly hasSeats: boolean
  readonly hasPeople: boolean
  readonly azure: readonly AzureRow[]
  readonly seats: readonly SeatRow[]
  readonly people: readonly HeldRow[]
}

export interface AzureRow {
  readonly tenant: string
  /** `year * 12 + month - 1`. */
  readonly month: number
  readonly service: string
  readonly offer: string | null
  readonly association: string | null
  readonly duplicate: boolean
  readonly cents: number
}

export interface SeatRow {
  readonly tenant: string
  readonly month: number
  readonly workload: string
  readonly association: string | null
  readonly duplicate: boolean
  readonly paid: number
  readonly active: number
}

export interface HeldRow {
  readonly person: string
  readonly code: string
  readonly type: string | null
  readonly completed: string
  readonly expires: string | null
  readonly activation: string | null
}

const tenants = Array.from({ length: 16 }, (_each, index) => `t${String(index)}`)

/** Sums of a year around both thresholds, in cents. */
const YEARS = [0, 5_000, 9_999, 10_000, 10_001, 1_199_999, 1_200_000, 1_200_001, 2_600_000, -40_000]

/** A year ago there was mostly less, so that some partners reach the line. */
const YEARS_BEFORE = [0, 0, 0, 0, 5_000, 9_999, 10_000, 1_199_999, 1_200_000, -40_000]

const azureFlaws: fc.Arbitrary<Partial<AzureRow>> = fc.constantFrom<Partial<AzureRow>>(
  { service: 'Virtual Machines' },
  { offer: 'Support' },
  { offer: 'internal' },
  { offer: 'Benefit Program' },
  { offer: 'Trial' },
  { association: 'CSP Tier 1' },
  { association: null },
  { duplicate: true },
)

/** One tenant's year, in up to three rows that add up to the sum, now and then with a row that does not count. */
function azureYear(tenant: string, last: number, sums = YEARS): fc.Arbitrary<AzureRow[]> {
  const cut = fc.record({
    sum: fc.constantFrom(...sums),
    parts: fc.array(fc.integer({ min: -900, max: 900_000 }), { maxLength: 2 }),
    months: fc.array(fc.integer({ min: 0, max: 11 }), { minLength: 3, maxLength: 3 }),
    service: fc.constantFrom('Sentinel', 'Key Vault', 'microsoft  SENTINEL', 'Security Center'),
    offer: fc.constantFrom(null, 'Azure Plan', 'Summer campaign'),
    association: fc.constantFrom('PAL', 'Partner Admin Link (PAL)', 'partner admin link'),
    flaw: fc.option(azureFlaws, { freq: 3 }),
  })
  return cut.map(({ sum, parts, months, service, offer, association, flaw }) => {
    const rest = sum - parts.reduce((whole, part) => whole + part, 0)
    const rows = [rest, ...parts].map((cents, index) => ({
      tenant,
      month: last - (months[index] ?? 0),
      service,
      offer,
      association,
      duplicate: false,
      cents,
    }))
    const [first] = rows
    return flaw && first ? [...rows, { ...first, cents: 5_000_000, ...flaw }] : rows
  })
}

const seatFlaws = fc.constantFrom<Partial<SeatRow>>(
  { workload: 'Exchange Online' },
  { association: 'Partner Admin Link' },
  { association: null },
  { duplicate: true },
)

/** One tenant's seats of one month, around 24/25 seats and 14.99/15 %, now and then twice or flawed. */
function seatMonth(tenant: string, month: number, most: number): fc.Arbitrary<SeatRow[]> {
  const row = fc.record({
    paid: fc.constantFrom(0, 24, 25, 26, 100, 10_000),
    share: fc.constantFrom(0, 1_499, 1_500, 1_501, 9_000, 10_100),
    workload: fc.constantFrom(
      ...['Intune', 'Microsoft Intune', 'Azure Active Directory Premium', 'Entra ID P1'],
      'Microsoft Defender for Identity',
    ),
    association: fc.constantFrom('CPOR', 'claiming partner of record', 'CPOR'),
    flaw: fc.option(seatFlaws, { freq: 4 }),
  })
  return fc.array(row, { maxLength: most }).map((rows) =>
    rows.map(({ paid, share, workload, association, flaw }) => ({
      tenant,
      month,
      workload,
      association,
      duplicate: false,
      paid,
      active: Math.floor((paid * share) / 10_000),
      ...flaw,
    })),
  )
}

/** People around the day that is scored: completed and expired on it, the day before and after. */
function heldRows(date: string): fc.Arbitrary<HeldRow[]> {
  const near = (days: number) =>
    new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
  const row = fc.record({
    person: fc.constantFrom(...Array.from({ length: 9 }, (_each, index) => `p${String(index)}`)),
    code: fc.constantFrom('AZ-500', 'AZ-500', 'SC-200', 'MS-500', 'SC-100', 'SC-300', 'SC-400'),
    type: fc.constantFrom(null, null, 'Certification', 'certification', 'Course'),
    completed: fc.constantFrom('2022-03-01', '2022-03-02', near(-1), date, near(1)),
    expires: fc.constantFrom(null, null, '2030-01-01', near(-1), date, near(1)),
    activation: fc.constantFrom(null, null, '', 'Active', 'active', 'Inactive'),
  })
  return fc.array(row, { maxLength: 60, size: 'max' })
}

/** Partners whose rows lie in and around the windows of a score. */
export function anyPartnerAround(date: string, month: number): fc.Arbitrary<PartnerRows> {
  const mostlyThere = fc.integer({ min: 0, max: 9 }).map((digit) => digit > 0)
  const flat = <T>(parts: fc.Arbitrary<T[]>[]) => fc.tuple(...parts).map((lists) => lists.flat())
  const some = fc.subarray(tenants, { minLength: 2 })
  return fc.record({
    hasAzure: mostlyThere,
    hasSeats: mostlyThere,
    hasPeople: mostlyThere,
    azure: some.chain((chosen) =>
      flat(
        chosen.flatMap((each) => [
          azureYear(each, month),
          azureYear(each, month - 12, YEARS_BEFORE),
        ]),
      ),
    ),
    seats: some.chain((chosen) =>
      flat(chosen.flatMap((each) => [seatMonth(each, month, 3), seatMonth(each, month - 12, 1)])),
    ),
    people: heldRows(date),
  })
}
