import fc from 'fast-check'

/** Raw rows of one random partner, as both implementations are given them. */
export interface PartnerRows {
  /** The newest month that was imported; null: none was. */
  readonly azureUntil: number | null
  readonly seatsUntil: number | null
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

/** What the partners of an edition are made of: values around its thresholds, and names. */
export interface Ingredients {
  /** Sums of a year in cents, now and a year ago. */
  readonly years: readonly number[]
  readonly yearsBefore: readonly number[]
  readonly services: readonly string[]
  readonly azureAssociations: readonly string[]
  /** What keeps a row from counting. */
  readonly azureFlaws: readonly Partial<AzureRow>[]
  readonly paid: readonly number[]
  readonly paidBefore: readonly number[]
  /** Active seats of 10,000 paid ones. */
  readonly shares: readonly number[]
  readonly workloads: readonly string[]
  readonly seatAssociations: readonly string[]
  readonly seatFlaws: readonly Partial<SeatRow>[]
  readonly codes: readonly string[]
}

const tenants = Array.from({ length: 16 }, (_each, index) => `t${String(index)}`)

/** One of the values for one row in four. */
function nowAndThen<T>(values: readonly T[]): fc.Arbitrary<T | null> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...values) },
  )
}

/** One tenant's year, in up to three rows that add up to the sum, now and then with a row that does not count. */
function azureYear(
  tenant: string,
  last: number,
  sums: readonly number[],
  from: Ingredients,
): fc.Arbitrary<AzureRow[]> {
  const cut = fc.record({
    sum: fc.constantFrom(...sums),
    parts: fc.array(fc.integer({ min: -900, max: 900_000 }), { maxLength: 2 }),
    months: fc.array(fc.integer({ min: 0, max: 11 }), { minLength: 3, maxLength: 3 }),
    service: fc.constantFrom(...from.services),
    offer: fc.constantFrom(null, 'Azure Plan', 'Summer campaign'),
    association: fc.constantFrom(...from.azureAssociations),
    flaw: nowAndThen(from.azureFlaws),
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

/** One tenant's seats of one month, now and then twice or flawed. */
function seatMonth(
  tenant: string,
  month: number,
  { paid, rows }: { paid: readonly number[]; rows: fc.ArrayConstraints },
  from: Ingredients,
): fc.Arbitrary<SeatRow[]> {
  const row = fc.record({
    paid: fc.constantFrom(...paid),
    share: fc.constantFrom(...from.shares),
    workload: fc.constantFrom(...from.workloads),
    association: fc.constantFrom(...from.seatAssociations),
    flaw: nowAndThen(from.seatFlaws),
  })
  return fc.array(row, rows).map((drawn) =>
    drawn.map(({ share, flaw, ...each }) => ({
      tenant,
      month,
      duplicate: false,
      active: Math.floor((each.paid * share) / 10_000),
      ...each,
      ...flaw,
    })),
  )
}

/** People around the day that is scored, and around a year before it. */
function heldRows(date: string, codes: readonly string[]): fc.Arbitrary<HeldRow[]> {
  const daysFrom = (from: string, days: number) =>
    new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
  const near = [-1, 0, 1].map((days) => daysFrom(date, days))
  const aYearAgo = `${String(Number(date.slice(0, 4)) - 1)}${date.slice(4)}`
  const row = fc.record({
    person: fc.constantFrom(...Array.from({ length: 9 }, (_each, index) => `p${String(index)}`)),
    code: fc.constantFrom(...codes),
    type: fc.constantFrom(null, null, 'Certification', 'certification', 'Course'),
    completed: fc.constantFrom('2022-03-01', aYearAgo, daysFrom(aYearAgo, -1), ...near),
    expires: fc.constantFrom(null, null, '2030-01-01', ...near),
    activation: fc.constantFrom(null, null, '', 'Active', 'active', 'Inactive'),
  })
  return fc.array(row, { maxLength: 60, size: 'max' })
}

/** Partners of either kind, whose rows lie in and around the windows of a score. */
export function anyPartnerAround(
  date: string,
  month: number,
  kinds: readonly Ingredients[],
): fc.Arbitrary<PartnerRows> {
  // Mostly all is there; now and then the newest month is late, or nothing was imported.
  const until = fc.constantFrom(...Array<number>(7).fill(month), month - 1, null)
  const imports = fc.record({
    from: fc.constantFrom(...kinds),
    azureUntil: until,
    seatsUntil: until,
    hasPeople: fc.constantFrom(...Array<boolean>(9).fill(true), false),
  })
  return imports.chain(({ from, ...imported }) => {
    const { azureUntil, seatsUntil, hasPeople } = imported
    return fc
      .record({
        azure: azureUntil === null ? fc.constant([]) : azureRows(azureUntil, from),
        seats: seatsUntil === null ? fc.constant([]) : seatRows(seatsUntil, from),
        people: hasPeople ? heldRows(date, from.codes) : fc.constant([]),
      })
      .map((rows) => ({ ...imported, ...rows }))
  })
}

const someTenants = fc.subarray(tenants, { minLength: 2 })

function azureRows(last: number, from: Ingredients): fc.Arbitrary<AzureRow[]> {
  return someTenants.chain((chosen) =>
    flat(
      chosen.flatMap((each) => [
        azureYear(each, last, from.years, from),
        azureYear(each, last - 12, from.yearsBefore, from),
      ]),
    ),
  )
}

function seatRows(last: number, from: Ingredients): fc.Arbitrary<SeatRow[]> {
  return someTenants.chain((chosen) =>
    flat(
      chosen.flatMap((each) => [
        seatMonth(each, last, { paid: from.paid, rows: { maxLength: 3 } }, from),
        seatMonth(
          each,
          last - 12,
          { paid: from.paidBefore, rows: { minLength: 1, maxLength: 1 } },
          from,
        ),
      ]),
    ),
  )
}

function flat<T>(parts: fc.Arbitrary<T[]>[]): fc.Arbitrary<T[]> {
  return fc.tuple(...parts).map((lists) => lists.flat())
}
