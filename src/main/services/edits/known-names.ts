import { formatMonth, usageMonthOf } from '../../../shared/calendar'
import type { EditDone, EditNames } from '../../../shared/edits'
import type { Edition } from '../../rules/edition-schema'
import { foldName, nameTable, type NamedEntry } from '../../rules/names'
import type { RowContent } from './operations'

/** What the rules know by name: choices for whoever types, and a word about names that they do not know. */

/** The names of editions to choose from; `newestMonth` null: the last closed month before `today`. */
export function namesOf(
  editions: readonly Edition[],
  newestMonth: number | null,
  today: number,
): EditNames {
  const all = (of: (edition: Edition) => readonly string[]) => [...new Set(editions.flatMap(of))]
  const associations = ({ counting, other }: Edition['azure']['associations']) =>
    [...counting, ...other].map(({ name }) => name)
  return {
    services: all(({ azure }) => azure.services.map(({ name }) => name)),
    workloads: all(({ m365 }) => m365.workloads.map(({ name }) => name)),
    certifications: all(({ certifications }) => certifications.map(({ name }) => name)),
    azureAssociations: all(({ azure }) => associations(azure.associations)),
    seatAssociations: all(({ m365 }) => associations(m365.associations)),
    month: formatMonth(newestMonth ?? usageMonthOf(today)),
  }
}

/** What is said about the name of a row that no edition lists; it is stored as it was typed. */
export function nameWarnings(
  editions: readonly Edition[],
  content: RowContent,
): EditDone['warnings'] {
  const { code, name, entries } = namedBy(editions, content)
  if (nameTable(distinct(entries)).has(foldName(name))) return []
  return [{ code, name, nearest: nearestName(name, entries) }]
}

function namedBy(editions: readonly Edition[], content: RowContent) {
  if (content.dataset === 'azure-usage') {
    const entries = editions.flatMap(({ azure }) => azure.services)
    return { code: 'unknown-service' as const, name: content.service, entries }
  }
  if (content.dataset === 'm365-usage') {
    const entries = editions.flatMap(({ m365 }) => m365.workloads)
    return { code: 'unknown-workload' as const, name: content.workload, entries }
  }
  const entries = editions.flatMap(({ certifications }) =>
    certifications.map(({ id, name, aliases }) => ({ name, aliases: [id, ...aliases] })),
  )
  return { code: 'unknown-certification' as const, name: content.title, entries }
}

function distinct(entries: readonly NamedEntry[]): readonly NamedEntry[] {
  return [...new Map(entries.map((entry) => [entry.name, entry])).values()]
}

/** The listed name with the nearest spelling; null when more than a third of it would have to change. */
export function nearestName(name: string, entries: readonly NamedEntry[]): string | null {
  const wanted = foldName(name)
  let best: string | null = null
  let least = Math.floor(Math.max(wanted.length, 3) / 3) + 1
  for (const entry of entries) {
    for (const spelling of [entry.name, ...entry.aliases]) {
      const distance = editDistance(wanted, foldName(spelling))
      if (distance < least) [best, least] = [entry.name, distance]
    }
  }
  return best
}

/** How many letters have to be put in, left out or replaced to make one text of the other. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const replaced = (row[j - 1] as number) + (one[i - 1] === other[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1))
    }
    row = next
  }
  return row[other.length] as number
}
