import type { PersonStanding } from '../../shared/score'
import type { ReportLanguage } from './language'

export interface RosterRow {
  readonly person: string
  readonly name: string
  /** Steps in which the person counts, joined; empty where in none. */
  readonly steps: string
  /** Certifications that count, with the day to which they do. */
  readonly counting: readonly string[]
  /** Certifications that do not count, each with the reason. */
  readonly without: readonly string[]
}

/** People as a page has room for them: those who count in most steps first, then by name. */
export function rosterOf(
  people: readonly PersonStanding[],
  limit: number,
  language: ReportLanguage,
): { readonly rows: readonly RosterRow[]; readonly more: number } {
  const rows = people
    .toSorted((a, b) => b.steps.length - a.steps.length || compare(a.name, b.name))
    .slice(0, limit)
    .map((person) => rosterRow(person, language))
  return { rows, more: people.length - rows.length }
}

function rosterRow(
  { person, name, steps, certifications }: PersonStanding,
  language: ReportLanguage,
): RosterRow {
  const { text } = language
  const words = text.people
  return {
    person,
    name: name === '' ? words.unnamed : name,
    steps: steps.map(words.step).join(', '),
    counting: countingLines(certifications, language),
    without: certifications.flatMap(({ id, reason }) =>
      reason === 'counts' ? [] : words.because(id, text.notCounting[reason]),
    ),
  }
}

/** Certifications that end on the same day share a line; those without an end come last. */
function countingLines(
  certifications: PersonStanding['certifications'],
  { text, date }: ReportLanguage,
): string[] {
  const counting = certifications.filter(({ counts }) => counts)
  const ends = new Set(counting.map(({ expires }) => expires))
  return [...ends]
    .toSorted((a, b) => compare(a ?? 'z', b ?? 'z'))
    .map((end) => {
      const ids = counting.filter(({ expires }) => expires === end).map(({ id }) => id)
      return end === null ? text.joined(ids) : text.people.until(ids, date(end))
    })
}

/** By code points: the order of a report must not depend on the machine it is made on. */
function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
