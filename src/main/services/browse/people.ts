import { formatDay, type Day } from '../../../shared/calendar'
import type { BrowseRow } from '../../../shared/browse'
import { byHandCells, EXPIRING_WITHIN_DAYS } from '../../../shared/browse-columns'
import { metricTitles } from '../../../shared/metric-titles'
import type { MetricId } from '../../../shared/score'
import type { TrackScore } from '../../scoring/engine'
import { sectionId, sectionsOf } from '../../scoring/explanation'
import type { StoredCertification } from '../../scoring/facts'
import { isCertification, isInForceOn } from '../../scoring/certifications'
import { byName } from './customers'
import type { RecordTable } from './record-table'

/** Everybody with a training in force, with the certifications held on the score date. */
export function peopleTable(
  track: TrackScore,
  stored: readonly StoredCertification[],
): RecordTable {
  const { asOf } = track.score
  const steps = stepsOf(track)
  const trainings = Map.groupBy(stored, ({ person }) => person)
  const rows = [...trainings].map(([identity, own]): BrowseRow => {
    const names = own.map(({ personName }) => personName).filter((name) => name !== '')
    return {
      key: identity,
      cells: {
        person: names.at(-1) ?? null,
        identity,
        ...standingOf(own, asOf),
        steps: steps.flatMap(({ id, people }) => (people.has(identity) ? [id] : [])),
        rows: own.length,
        byHand: byHandOf(own),
      },
    }
  })
  return {
    table: 'people',
    rows: rows.sort(byName('person')),
    searched: ['person', 'identity', 'certifications'],
  }
}

/** What was done by hand to the rows of somebody; a change says more than that rows were typed in. */
function byHandOf(own: readonly StoredCertification[]): string | null {
  const kinds = own.flatMap(({ byHand }) => (byHand ? [byHand.kind] : []))
  const kind = (['changed', 'left-out', 'entered'] as const).find((each) => kinds.includes(each))
  return kind === undefined ? null : byHandCells[kind]
}

/** What somebody holds on a day, and what of it ends soonest; renewals of one title are one. */
function standingOf(own: readonly StoredCertification[], asOf: Day) {
  const valid = own.filter((each) => isCertification(each) && isInForceOn(asOf, each))
  const ends = new Map<string, Day>()
  for (const { title, expires } of valid)
    ends.set(title, Math.max(ends.get(title) ?? -Infinity, expires ?? Infinity))
  const left = [...ends.values()].filter(Number.isFinite).map((end) => end - asOf)
  const soonest = left.length === 0 ? null : Math.min(...left)
  return {
    held: ends.size,
    expiring: left.filter((days) => days <= EXPIRING_WITHIN_DAYS).length,
    daysLeft: soonest,
    nextExpiry: soonest === null ? null : formatDay(asOf + soonest),
    certifications: [...ends.keys()].toSorted().join('; ') || null,
  }
}

/** "Intermediate certifications, step 1": filters and files show it as it is. */
function nameOf(metric: MetricId, step: string): string {
  return `${metricTitles[metric]}, ${step.replaceAll('-', ' ')}`
}

/** Who counts in each step; a step is named with its metric, as both metrics may have a first step. */
function stepsOf(track: TrackScore) {
  return track.score.metrics.flatMap((metric) =>
    sectionsOf(track, metric).flatMap((section) =>
      section.kind === 'step'
        ? [{ id: nameOf(metric.rule.id, sectionId(section)), people: section.step.people }]
        : [],
    ),
  )
}
