import type { AuditEntry } from '../../../shared/workspace-procedures'

/** A name of the log as words: `files-imported` → "Files imported". */
export function nameInWords(code: string): string {
  const words = code.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What the log adds to an entry, as it is kept: "mode: replace · files: azure.csv, seats.csv". */
export function detailsInWords(details: AuditEntry['details']): string {
  if (details === null || typeof details !== 'object') return valueInWords(details)
  return Object.entries(details)
    .map(([name, value]) => `${name}: ${valueInWords(value)}`)
    .join(' · ')
}

function valueInWords(value: AuditEntry['details']): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(valueInWords).join(', ')
  return value === null ? '–' : JSON.stringify(value)
}
