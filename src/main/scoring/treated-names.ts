import type { NameKind } from '../../shared/names'
import type { ScoreWarning, StreamId } from '../../shared/score'
import type { Edition } from '../rules/edition-schema'
import { foldName } from '../rules/names'
import { treatmentsIn } from '../rules/treat-as'
import { listed, streamNames } from './wording'

/**
 * Says which names of the data count as others because the consultant decided it; `used` gives
 * the names by kind, however often they stand there, and is asked only where some name is treated.
 * Without a stream: certifications.
 */
export function treatedWarnings(
  used: () => Partial<Record<NameKind, readonly string[]>>,
  edition: Edition,
  stream?: StreamId,
): ScoreWarning[] {
  const treatments = treatmentsIn(edition)
  if (treatments.length === 0) return []
  const found = used()
  const names = treatments
    .filter(({ kind, name }) => found[kind]?.some((each) => foldName(each) === foldName(name)))
    .map(({ name, treatAs }) => `${name} → ${treatAs}`)
    .sort()
  if (names.length === 0) return []
  const what = stream === undefined ? 'Certifications' : `${streamNames[stream]} names`
  return [
    {
      code: 'name-treated-as',
      message: `${what} in no list of edition ${edition.id} are treated as known ones, as was decided: ${listed(names)}.`,
      count: names.length,
      names,
      ...(stream === undefined ? {} : { stream }),
    },
  ]
}
