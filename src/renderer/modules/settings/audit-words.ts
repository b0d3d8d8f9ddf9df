import type { AuditEntry } from '../../../shared/workspace-procedures'

type Details = AuditEntry['details']

/** A name of the log as words: `files-imported` → "Files imported". */
export function nameInWords(code: string): string {
  const words = code.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/**
 * What the log adds to an entry: "mode: replace · files: azure.csv, seats.csv". Fingerprints are left
 * out, and of a path its folders; the log keeps both.
 */
export function detailsInWords(details: Details): string {
  if (Array.isArray(details)) return details.map(detailsInWords).join('; ')
  if (details === null || typeof details !== 'object') return valueInWords(details)
  return Object.entries(details)
    .filter(([name]) => name !== 'sha256')
    .map(([name, value]) =>
      name === 'path' && typeof value === 'string'
        ? value.replace(/^.*[\\/]/, '')
        : `${name}: ${valueInWords(value)}`,
    )
    .join(' · ')
}

function valueInWords(value: Details): string {
  if (typeof value === 'string') return value
  if (value === null) return '–'
  if (Array.isArray(value)) return value.map(valueInWords).join(', ')
  if (typeof value !== 'object') return String(value)
  return Object.entries(value)
    .filter(([name]) => name !== 'sha256')
    .map(([name, part]) => `${name} ${valueInWords(part)}`)
    .join(', ')
}
