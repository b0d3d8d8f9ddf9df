import type { EditNames, RowValues } from '../../../shared/edits'
import type { EditableDataset } from '../../../shared/edits'

/** The fields of a row while they are being typed: texts, as they stand in the inputs. */
export interface RowForm {
  name: string
  offer: string
  association: string
  usd: string
  paid: string
  active: string
  completed: string
  expires: string
}

/** An empty form, or one that holds the values of a stored row. */
export function formOf(values?: RowValues): RowForm {
  const form: RowForm = {
    ...{ name: '', offer: '', association: '', usd: '', paid: '', active: '' },
    ...{ completed: '', expires: '' },
  }
  if (!values) return form
  if (values.dataset === 'azure-usage') {
    const { service: name, offer, association, usd } = values
    return { ...form, name, offer: offer ?? '', association: association ?? '', usd: String(usd) }
  }
  if (values.dataset === 'm365-usage') {
    const { workload: name, association, paid, active } = values
    const seats = { paid: String(paid), active: String(active) }
    return { ...form, name, association: association ?? '', ...seats }
  }
  const { title: name, completed, expires } = values
  return { ...form, name, completed, expires: expires ?? '' }
}

/** The values that a form stands for. What is no number becomes NaN, which the form refuses. */
export function valuesOf(dataset: EditableDataset, form: RowForm): RowValues {
  const { name, completed } = form
  const association = form.association.trim() || null
  if (dataset === 'azure-usage') {
    const offer = form.offer.trim() || null
    return { dataset, service: name, offer, association, usd: numberIn(form.usd) }
  }
  if (dataset === 'm365-usage') {
    const [paid, active] = [numberIn(form.paid), numberIn(form.active)]
    return { dataset, workload: name, association, paid, active }
  }
  return { dataset, title: name, completed, expires: form.expires || null }
}

/** Fields that cannot be sent as they are: an amount that is no number, or a date that is missing. */
export function faultyFields(dataset: EditableDataset, form: RowForm): (keyof RowForm)[] {
  const numbers = { 'azure-usage': ['usd'], 'm365-usage': ['paid', 'active'], certifications: [] }
  const faulty = numbers[dataset].filter((field) =>
    Number.isNaN(numberIn(form[field as keyof RowForm])),
  ) as (keyof RowForm)[]
  if (form.name.trim() === '') faulty.unshift('name')
  if (dataset === 'certifications' && form.completed === '') faulty.push('completed')
  return faulty
}

/** Known names for a field of a form. */
export function choicesFor(
  dataset: EditableDataset,
  names: EditNames,
): { readonly names: readonly string[]; readonly associations: readonly string[] } {
  if (dataset === 'azure-usage') {
    return { names: names.services, associations: names.azureAssociations }
  }
  if (dataset === 'm365-usage') {
    return { names: names.workloads, associations: names.seatAssociations }
  }
  return { names: names.certifications, associations: [] }
}

/** The field of a form that a refusal speaks of. */
export function fieldNamed(field: unknown): keyof RowForm | null {
  const names: Readonly<Record<string, keyof RowForm>> = {
    ...{ service: 'name', workload: 'name', title: 'name', usd: 'usd', paid: 'paid' },
    ...{ active: 'active', completed: 'completed', expires: 'expires' },
  }
  return typeof field === 'string' ? (names[field] ?? null) : null
}

/** A number with or without commas between its thousands; NaN for anything else. */
function numberIn(text: string): number {
  const plain = text.trim().replace(/,(?=\d{3}(\D|$))/g, '')
  return plain === '' ? NaN : Number(plain)
}
