import type { PersonStanding, StepDetail } from '../../../shared/score'

export type CountsFilter = 'all' | 'counts' | 'not'

/** One certification of one person. */
export interface PersonRow {
  readonly key: string
  readonly person: string
  readonly name: string
  /** The steps that this certification counts for. */
  readonly steps: readonly string[]
  readonly certification: PersonStanding['certifications'][number]
}

export function personRows(
  people: readonly PersonStanding[],
  steps: readonly Pick<StepDetail, 'id' | 'certifications'>[],
): PersonRow[] {
  const stepsOf = (certification: PersonRow['certification']) =>
    certification.counts
      ? steps
          .filter((step) => step.certifications.some(({ id }) => id === certification.id))
          .map(({ id }) => id)
      : []
  return people.flatMap(({ person, name, certifications }) =>
    certifications.map((certification, index) => ({
      key: `${person}/${String(index)}`,
      person,
      name,
      steps: stepsOf(certification),
      certification,
    })),
  )
}

/** A title without what all of them begin with; in a narrow column nothing else would be left of it. */
export function shortTitle(title: string): string {
  return title.replace(/^Microsoft (?:365 )?Certified: /, '')
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
      wanted === '' ||
      `${name} ${person} ${certification.id} ${certification.title}`.toLowerCase().includes(wanted)
    )
  })
}
