import type { ErrorDetails } from '../../shared/errors'

export interface DetailLine {
  readonly name: string
  readonly value: string
}

/** The details of an error that a person can read: names with text, numbers and lists of these. */
export function detailLines(details: ErrorDetails): DetailLine[] {
  return Object.entries(details).flatMap(([name, value]) => {
    const text = readable(value)
    return text === null ? [] : [{ name, value: text }]
  })
}

function readable(value: unknown): string | null {
  if (typeof value === 'string' && value !== '') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (!Array.isArray(value) || value.length === 0) return null
  const parts = value.map(readable)
  return parts.includes(null) ? null : parts.join(', ')
}
