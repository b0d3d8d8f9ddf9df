/**
 * How names of files are matched with names of an edition (SCORING.md "Which rows count"): case does
 * not matter, any run of white space is one space, and renames are aliases of one entry.
 */
export interface NamedEntry {
  readonly name: string
  readonly aliases: readonly string[]
}

/** A name as it is compared: lower case, white space folded and trimmed. */
export function foldName(name: string): string {
  return name.replace(/\s+/g, ' ').trim().toLowerCase()
}

/** Every folded spelling of a list with the position of its entry. */
export type NameTable = ReadonlyMap<string, number>

/** The lookup table of a list. Spellings are unique, which the schema of editions checks. */
export function nameTable(entries: readonly NamedEntry[]): NameTable {
  return new Map(
    entries.flatMap((entry, position) =>
      [entry.name, ...entry.aliases].map((spelling) => [foldName(spelling), position] as const),
    ),
  )
}
