import type { Edition } from '../rules/edition-schema'
import type { AssociationTest } from '../scoring/eligibility'
import { countsInSeveralWays, prepare, type PreparedFacts } from '../scoring/engine'
import { prepareStored, usageRules } from '../scoring/prepare-stored'
import type { ReadableWorkspace } from './ports'

/**
 * The facts of a profile under the editions that are missing, and under those that come along for
 * nothing. Made from the columns of the store; only editions that count in several ways are made from
 * the facts, and not where any association counts, as then there is one way. Throws
 * `profile-not-found`, `number-out-of-range`.
 */
export function prepareProfile(
  workspace: Pick<ReadableWorkspace, 'stored' | 'facts'>,
  profileId: number,
  wanted: readonly Edition[],
  isMissing: (edition: Edition) => boolean,
  associations: AssociationTest,
  others: readonly Edition[],
): PreparedFacts[] {
  if (associations === 'any' || !wanted.some(countsInSeveralWays)) {
    const missing = alike(wanted, others).filter(isMissing)
    return workspace.stored(profileId, (partner) => prepareStored(partner, missing, associations))
  }
  const facts = workspace.facts(profileId)
  return wanted.filter(isMissing).map((edition) => prepare(facts, edition, associations))
}

/** Editions with those of the others that let the same usage count: preparing these along costs nothing. */
function alike(wanted: readonly Edition[], others: readonly Edition[]): Edition[] {
  const rules = new Set(wanted.map(usageRules))
  return [...new Set([...wanted, ...others.filter((each) => rules.has(usageRules(each)))])]
}
