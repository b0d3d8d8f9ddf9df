import type { Month } from '../../shared/calendar'
import { MONTHS_BACK, TRAILING_MONTHS } from './customers'
import type { PreparedFacts } from './engine'
import { overlaid } from './overlaid-column'
import { mapMatrices, underOption, type UsageMatrices } from './stream-rules'
import type { TenantColumn } from './tenant-column'
import { partOf } from './usage-changes'
import { rememberingMeasure, type Measure } from './usage-metrics'
import {
  acrOfFew,
  acrWithFirstMonth,
  anchorOf,
  seatsOfFew,
  seatsWithFirstMonth,
  setSeats,
  setYear,
  type AcrEdit,
  type SeatEdit,
} from './usage-overrides'
import {
  acrWithFew,
  scaledAcr,
  scaledMonths,
  scaledSeats,
  scaledYears,
  seatsWithFew,
} from './whole-usage'

/** What a scenario does to usage; each tenant at most once a stream. */
export interface UsageEdits {
  readonly azurePercent: number
  readonly m365Percent: number
  readonly azure: readonly AcrEdit[]
  readonly m365: readonly SeatEdit[]
}

/** Usage with edits on top: measured incrementally, and as whole matrices for who asks for those. */
export function overlaidUsage(
  { usage, measure }: Pick<PreparedFacts, 'usage' | 'measure'>,
  tenants: number,
  usageMonth: Month,
  edits: UsageEdits,
): Pick<PreparedFacts, 'usage' | 'measure'> {
  const start = withAnchors(usage, usageMonth, edits)
  // A month that is added holds nothing, so what the measure of the data says of it stays true.
  const scaled = scaledUsage(start, measure, edits)
  const few = fewOf(start, edits)
  const places = { azure: edits.azure.map(placeOf), m365: edits.m365.map(placeOf) }
  const whole = (): UsageMatrices =>
    mapMatrices(scaled.whole(), {
      azure: (matrix, option) =>
        acrWithFew(matrix, underOption(few, 'azure', option).azure, places.azure, tenants),
      m365: (matrix, option) =>
        seatsWithFew(matrix, underOption(few, 'm365', option).m365, places.m365, tenants),
    })
  // The measure below remembers its columns: the same one stands for the same question.
  const overlays = new WeakMap<TenantColumn, TenantColumn>()
  return {
    usage: lazyMatrices(start.usage, tenants, once(whole)),
    measure: (metric, stream, month, readings, side) => {
      const base = scaled.measure(metric, stream, month, readings, side)
      const own = places[stream.id]
      if (own.length === 0 && base.amount.length === tenants) return base
      const made = overlays.get(base)
      if (made) return made
      const changed = stream.measure(few, month, readings, side)
      const partIn = (column: TenantColumn, tenant: number) => partOf(stream, column, tenant)
      const column = overlaid({ base, few: changed, places: own, tenants, partOf: partIn })
      overlays.set(base, column)
      return column
    },
  }
}

interface Anchored {
  readonly usage: UsageMatrices
  readonly azure: Month
  readonly m365: Month
}

/** The usage in which every stream that is edited has a month to be edited in. */
function withAnchors(usage: UsageMatrices, usageMonth: Month, edits: UsageEdits): Anchored {
  const azure = anchorOf(usage.azure.months, usageMonth)
  const m365 = anchorOf(usage.m365.months, usageMonth)
  const newAzure = azure === null && edits.azure.length > 0
  const newM365 = m365 === null && edits.m365.length > 0
  return {
    usage:
      newAzure || newM365
        ? mapMatrices(usage, {
            azure: (matrix) => (newAzure ? acrWithFirstMonth(matrix, usageMonth) : matrix),
            m365: (matrix) => (newM365 ? seatsWithFirstMonth(matrix, usageMonth) : matrix),
          })
        : usage,
    azure: azure ?? usageMonth,
    m365: m365 ?? usageMonth,
  }
}

function placeOf({ tenant }: { readonly tenant: number }): number {
  return tenant
}

/** The customers with usage of their own, which is the same under every association option. */
function fewOf({ usage, azure, m365 }: Anchored, edits: UsageEdits): UsageMatrices {
  return mapMatrices(usage, {
    azure: (matrix) => {
      const few = acrOfFew(matrix, edits.azure.map(placeOf))
      edits.azure.forEach(({ yearMicroUsd }, place) => {
        setYear(few, place, azure, yearMicroUsd)
      })
      return few
    },
    m365: (matrix) => {
      const few = seatsOfFew(matrix, edits.m365.map(placeOf))
      edits.m365.forEach(({ seats }, place) => {
        setSeats(few, place, m365, seats)
      })
      return few
    },
  })
}

interface ScaledUsage {
  readonly measure: Measure
  readonly whole: () => UsageMatrices
}

/** Everybody's usage at the percentages; the usage itself where they change nothing. */
function scaledUsage(start: Anchored, known: Measure, edits: UsageEdits): ScaledUsage {
  const { usage, azure, m365 } = start
  const scales = {
    azure: edits.azurePercent !== 100,
    m365: edits.m365Percent !== 100,
  }
  const { azurePercent, m365Percent } = edits
  const whole = once(() =>
    mapMatrices(usage, {
      azure: (matrix) => (scales.azure ? scaledAcr(matrix, azure, azurePercent) : matrix),
      m365: (matrix) => (scales.m365 ? scaledSeats(matrix, m365, m365Percent) : matrix),
    }),
  )
  const compared = once(() =>
    rememberingMeasure(
      mapMatrices(usage, {
        azure: (matrix) => (scales.azure ? scaledYears(matrix, azure, azurePercent) : matrix),
        m365: (matrix) => (scales.m365 ? scaledMonths(matrix, m365, m365Percent) : matrix),
      }),
    ),
  )
  const anyMonth = once(() => rememberingMeasure(whole()))
  return {
    whole,
    measure: (metric, stream, month, readings, side) => {
      const ask = (measure: Measure) => measure(metric, stream, month, readings, side)
      const back = month - start[stream.id]
      if (!scales[stream.id] || !isTouched[stream.id](back)) return ask(known)
      return ask(back === 0 ? compared() : anyMonth())
    },
  }
}

/**
 * Whether a window so many months after the anchor's, or the one a year before it that a sticky range
 * asks for, holds a month that a percentage changes.
 */
const isTouched = {
  azure: (after: number) => after > -TRAILING_MONTHS && after < TRAILING_MONTHS + MONTHS_BACK,
  m365: (after: number) => after === 0 || after === MONTHS_BACK,
} as const

/** Matrices whose months are known and whose numbers are made when somebody asks. */
function lazyMatrices(
  usage: UsageMatrices,
  tenants: number,
  whole: () => UsageMatrices,
): UsageMatrices {
  return mapMatrices(usage, {
    azure: ({ months }, option) => ({
      tenants,
      months,
      get sums() {
        return underOption(whole(), 'azure', option).azure.sums
      },
    }),
    m365: ({ workloads, months }, option) => ({
      tenants,
      workloads,
      months,
      get paid() {
        return underOption(whole(), 'm365', option).m365.paid
      },
      get active() {
        return underOption(whole(), 'm365', option).m365.active
      },
    }),
  })
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}
