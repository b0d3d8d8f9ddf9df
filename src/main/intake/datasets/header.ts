import { createHash } from 'node:crypto'

/** A header name without what differs between reports: case, spaces and underscores. */
export function normaliseName(name: string): string {
  return name.toLowerCase().replace(/[\s_\ufeff]+/gu, '')
}

/** Names without what differs between reports, each with its places in the header. */
export function positionsByName(header: readonly string[]): ReadonlyMap<string, readonly number[]> {
  return Map.groupBy(header.keys(), (position) => normaliseName(header[position] ?? ''))
}

/**
 * A name for every column that no other column of the header has: its own, with its number where the
 * header has several alike or none. Saved layouts and mappings call columns by these.
 */
export function columnKeys(header: readonly string[]): string[] {
  const positions = positionsByName(header)
  return header.map((name, position) => {
    const shared = (positions.get(normaliseName(name))?.length ?? 0) > 1
    const text = name.replace(/^\ufeff/u, '').trim()
    return shared || text === '' ? `${text} [${position + 1}]`.trim() : text
  })
}

/** What two files have in common whose columns have the same names in the same order: a SHA-256. */
export function layoutFingerprint(header: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(header.map(normaliseName)))
    .digest('hex')
}
