import type { PersonStanding } from '../../../shared/score'

export type CountsFilter = 'all' | 'counts' | 'not'

/** One certification of one person. */
export interface PersonRow {
  readonly key: string
  readonly person: string
  readonly name: string
  readonly steps: readonly string[]
  readonly certification: PersonStanding['certifications'][number]
}

export function personRows(people: readonly PersonStanding[]): PersonRow[] {
  return people.flatMap(({ person, name, steps, certifications }) =>
    certifications.map((certification, index) => ({
      key: `${person}/${String(index)}`,
      person,
      name,
      steps,
      certification,
    })),
  )
}

/** Rows that count or do not, whose person or certification contains what was typed. */
export function filterPeople(
  rows: readonly PersonRow[],
  filter: CountsFilter,
  sought: string,
): readonly PersonRow[] {
  const wanted = sought.trim().toLowerCase()
  return rows.filter(({ person, name, certification }) => {
    if (filter !== 'all' && certification.counts !== (filter === 'counts')) return false
    return (
      wanted === '' || `${name} ${person} ${certification.title}`.toLowerCase().includes(wanted)
    )
  })
}
