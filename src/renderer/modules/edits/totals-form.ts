import type { EditionTotals, ManualTotals, ManualView, TotalsField } from '../../../shared/manual'

/** What is typed for one number an edition asks for: of a stream now and a year ago, of a step its people. */
export interface TotalsEntry {
  now: string
  before: string
}

export type TotalsForm = Record<string, TotalsEntry>

/** The key of a number in the form; the same in every edition would mean another number. */
export function totalsKey(edition: string, field: TotalsField): string {
  return `${edition} ${field.metricId} ${field.kind === 'stream' ? field.stream : field.step}`
}

/** A form with what was typed in before, under the editions that are asked now. */
export function totalsForm({ editions, totals }: ManualView): TotalsForm {
  const form: TotalsForm = {}
  for (const { id, fields } of editions) {
    const known = totals?.editions.find(({ edition }) => edition === id)
    for (const field of fields) form[totalsKey(id, field)] = entryOf(known, field)
  }
  return form
}

function entryOf(known: EditionTotals | undefined, field: TotalsField): TotalsEntry {
  if (field.kind === 'step') {
    const step = known?.steps.find(
      (each) => each.metricId === field.metricId && each.step === field.step,
    )
    return { now: step ? String(step.people) : '', before: '' }
  }
  const stream = known?.streams.find(
    (each) => each.metricId === field.metricId && each.stream === field.stream,
  )
  return stream
    ? { now: String(stream.current), before: String(stream.previous) }
    : { now: '', before: '' }
}

/** What is wrong with a form, by key: `half` of a pair is missing, or it is no number. */
export function totalsFaults(
  view: ManualView,
  form: TotalsForm,
): Record<string, 'half' | 'number'> {
  const faults: Record<string, 'half' | 'number'> = {}
  for (const { id, fields } of view.editions) {
    for (const field of fields) {
      const key = totalsKey(id, field)
      const fault = faultIn(field, form[key])
      if (fault) faults[key] = fault
    }
    const steps = fields.filter(({ kind }) => kind === 'step')
    const filled = (field: TotalsField) => form[totalsKey(id, field)]?.now.trim() !== ''
    for (const field of steps) {
      const others = steps.some((each) => each.metricId === field.metricId && filled(each))
      if (others && !filled(field)) faults[totalsKey(id, field)] = 'half'
    }
  }
  return faults
}

function faultIn(field: TotalsField, entry: TotalsEntry | undefined): 'half' | 'number' | null {
  const [now = '', before = ''] = [entry?.now.trim(), entry?.before.trim()]
  const asksBoth = field.kind === 'stream' && !field.distinct
  if (asksBoth && (now === '') !== (before === '')) return 'half'
  const whole = field.kind === 'step' || field.unit !== 'usd'
  const wrong = [now, before].some((text) => {
    if (text === '') return false
    const value = numberIn(text)
    return whole ? !Number.isInteger(value) || value < 0 : !Number.isFinite(value)
  })
  return wrong ? 'number' : null
}

/** The totals that a form without faults stands for; null where nothing is typed in. */
export function totalsOf(view: ManualView, form: TotalsForm): ManualTotals | null {
  const editions = view.editions.flatMap(({ id, fields }): EditionTotals[] => {
    const filled = fields.filter((field) => form[totalsKey(id, field)]?.now.trim())
    const given = (field: TotalsField) => form[totalsKey(id, field)] ?? { now: '', before: '' }
    const streams = filled.flatMap((field) =>
      field.kind === 'step'
        ? []
        : {
            ...{ metricId: field.metricId, stream: field.stream },
            current: numberIn(given(field).now),
            previous: numberIn(given(field).before || '0'),
          },
    )
    const steps = filled.flatMap((field) =>
      field.kind === 'stream'
        ? []
        : { metricId: field.metricId, step: field.step, people: numberIn(given(field).now) },
    )
    return streams.length + steps.length === 0 ? [] : [{ edition: id, streams, steps }]
  })
  return editions.length === 0 ? null : { editions }
}

function numberIn(text: string): number {
  return Number(text.trim().replace(/,(?=\d{3}(\D|$))/g, ''))
}
