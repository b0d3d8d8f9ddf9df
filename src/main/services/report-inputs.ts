import { formatDay, formatMonth, parseDay, parseMonth, type Month } from '../../shared/calendar'
import type { AttachedInputs, ReportInputs } from '../../shared/report-inputs'
import type { MetricDetail, StreamDetail, StreamId } from '../../shared/score'
import type { AzureFacts, Facts, SeatFacts } from '../scoring/facts'

/** Rows of usage that a report carries along: a PDF of that many stays below a megabyte or so. */
export const INPUT_ROWS_AT_MOST = 50_000

type Window = readonly [from: Month, to: Month]

/**
 * The part of a partner's facts that the metrics of a score are computed from: what lies outside their
 * windows is left out, and months that all windows of the Azure stream add up together become one row,
 * which no sum over a window can tell from the months themselves. {@link factsOf} is the way back.
 */
export function inputsOf(facts: Facts, metrics: readonly MetricDetail[]): AttachedInputs {
  const tenants = new Positions()
  const azure = azureInputs(facts, windowsOf(metrics, 'azure'), tenants)
  const m365 = seatInputs(facts, windowsOf(metrics, 'm365'), tenants)
  const rows = azure.rows.length + m365.rows.length
  if (rows > INPUT_ROWS_AT_MOST)
    return { status: 'too-large', rows, rowsAtMost: INPUT_ROWS_AT_MOST }
  return {
    status: 'attached',
    tenants: tenants.all.map((tenant) => facts.tenants[tenant]?.id ?? ''),
    azure,
    m365,
    certifications: {
      imported: facts.certifications.imported,
      rows: facts.certifications.rows.map((row) => ({
        ...{ person: row.person, personName: row.personName, title: row.title },
        ...{ trainingType: row.trainingType, activation: row.activation },
        completed: formatDay(row.completed),
        expires: row.expires === null ? null : formatDay(row.expires),
      })),
    },
  }
}

/** Numbers customers in the order in which they are met: those without usage in a window stay away. */
class Positions {
  readonly all: number[] = []
  private readonly known = new Map<number, number>()

  of(tenant: number): number {
    const known = this.known.get(tenant)
    if (known !== undefined) return known
    this.known.set(tenant, this.all.length)
    return this.all.push(tenant) - 1
  }
}

function windowsOf(metrics: readonly MetricDetail[], id: StreamId): Window[] {
  const streams = metrics.flatMap(({ streams }) => streams.filter((each) => each.id === id))
  return streams.flatMap(({ window }: StreamDetail): Window[] => [
    [monthIn(window.from), monthIn(window.to)],
    [monthIn(window.previousFrom), monthIn(window.previousTo)],
  ])
}

function monthIn(text: string): Month {
  const month = parseMonth(text)
  if (month === undefined) throw new RangeError(`"${text}" is not a month.`)
  return month
}

/** Which windows a month is in, "" for none; months with the same answer are always added together. */
function placeOf(month: Month, windows: readonly Window[]): string {
  const inside = windows.flatMap(([from, to], index) =>
    month >= from && month <= to ? [index] : [],
  )
  return inside.join(' ')
}

/** By position of a month: that of the last one of the same place, or nothing for a month in no window. */
function representatives(months: readonly Month[], windows: readonly Window[]) {
  const places = months.map((month) => placeOf(month, windows))
  return new Map(
    places.flatMap((place, at): [Month, number][] =>
      place === '' ? [] : [[months[at] as Month, places.lastIndexOf(place)]],
    ),
  )
}

function azureInputs(
  { azure }: Facts,
  windows: readonly Window[],
  tenants: Positions,
): ReportInputs['azure'] {
  const rowOf = representatives(azure.months, windows)
  const kinds = new Map<string, number>()
  const sums = new Map<string, ReportInputs['azure']['rows'][number]>()
  for (let entry = 0; entry < azure.tenant.length; entry++) {
    const month = rowOf.get(azure.month[entry] as number)
    if (month === undefined) continue
    const kind = numberOf(kinds, JSON.stringify(azureKind(azure, entry)))
    const tenant = tenants.of(azure.tenant[entry] as number)
    const amount = azure.microUsd[entry] as number
    const key = `${String(tenant)} ${String(month)} ${String(kind)}`
    const row = sums.get(key)
    if (row) row[3] += amount
    else sums.set(key, [tenant, month, kind, amount])
  }
  return {
    months: azure.months.map(formatMonth),
    kinds: [...kinds.keys()].map((kind) => JSON.parse(kind) as ReturnType<typeof azureKind>),
    rows: [...sums.values()],
  }
}

function seatInputs(
  { m365 }: Facts,
  windows: readonly Window[],
  tenants: Positions,
): ReportInputs['m365'] {
  const at = new Map(m365.months.map((month, index) => [month, index]))
  const kinds = new Map<string, number>()
  const rows: ReportInputs['m365']['rows'] = []
  for (let entry = 0; entry < m365.tenant.length; entry++) {
    const month = m365.month[entry] as number
    const position = at.get(month)
    if (position === undefined || placeOf(month, windows) === '') continue
    rows.push([
      tenants.of(m365.tenant[entry] as number),
      position,
      numberOf(kinds, JSON.stringify(seatKind(m365, entry))),
      m365.paidSeats[entry] as number,
      m365.activeSeats[entry] as number,
    ])
  }
  return {
    months: m365.months.map(formatMonth),
    kinds: [...kinds.keys()].map((kind) => JSON.parse(kind) as ReturnType<typeof seatKind>),
    rows,
  }
}

function numberOf(known: Map<string, number>, text: string): number {
  const number = known.get(text) ?? known.size
  known.set(text, number)
  return number
}

function azureKind(azure: AzureFacts, entry: number) {
  return {
    service: azure.services[azure.service[entry] as number] ?? '',
    offer: azure.offers[azure.offer[entry] as number] ?? null,
    association: azure.associations[azure.association[entry] as number] ?? null,
    duplicate: azure.duplicate[entry] === 1,
  }
}

function seatKind(m365: SeatFacts, entry: number) {
  return {
    workload: m365.workloads[m365.workload[entry] as number] ?? '',
    association: m365.associations[m365.association[entry] as number] ?? null,
    duplicate: m365.duplicate[entry] === 1,
  }
}

/** The facts that inputs describe, for the engine. A kind is a name of its own in every column. */
export function factsOf({ tenants, azure, m365, certifications }: ReportInputs): Facts {
  const months = { azure: azure.months.map(monthIn), m365: m365.months.map(monthIn) }
  const column = (rows: readonly (readonly number[])[], at: number) =>
    rows.map((row) => row[at] ?? 0)
  const monthsOf = (id: StreamId, rows: readonly (readonly number[])[]) =>
    Uint32Array.from(rows, (row) => months[id][row[1] ?? 0] ?? 0)
  const kindOf = (rows: readonly (readonly number[])[]) => Uint32Array.from(column(rows, 2))
  return {
    tenants: tenants.map((id) => ({ id, name: null })),
    azure: {
      months: months.azure,
      services: azure.kinds.map(({ service }) => service),
      offers: azure.kinds.map(({ offer }) => offer),
      associations: azure.kinds.map(({ association }) => association),
      ...{ service: kindOf(azure.rows), offer: kindOf(azure.rows) },
      association: kindOf(azure.rows),
      duplicate: Uint8Array.from(azure.rows, ([, , kind]) => Number(azure.kinds[kind]?.duplicate)),
      tenant: Uint32Array.from(column(azure.rows, 0)),
      month: monthsOf('azure', azure.rows),
      microUsd: Float64Array.from(column(azure.rows, 3)),
    },
    m365: {
      months: months.m365,
      workloads: m365.kinds.map(({ workload }) => workload),
      associations: m365.kinds.map(({ association }) => association),
      ...{ workload: kindOf(m365.rows), association: kindOf(m365.rows) },
      duplicate: Uint8Array.from(m365.rows, ([, , kind]) => Number(m365.kinds[kind]?.duplicate)),
      tenant: Uint32Array.from(column(m365.rows, 0)),
      month: monthsOf('m365', m365.rows),
      paidSeats: Float64Array.from(column(m365.rows, 3)),
      activeSeats: Float64Array.from(column(m365.rows, 4)),
    },
    certifications: {
      imported: certifications.imported,
      rows: certifications.rows.map(({ completed, expires, ...row }) => ({
        ...row,
        completed: parseDay(completed) as number,
        expires: expires === null ? null : (parseDay(expires) as number),
      })),
    },
  }
}
