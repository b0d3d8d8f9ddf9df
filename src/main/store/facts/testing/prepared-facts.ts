import { expect } from 'vitest'
import { editions } from '../../../rules/registry'
import { prepare, type PreparedFacts } from '../../../scoring/engine'
import type { ReadableStore } from '../../readable-store'

/** All that scores and explanations are made from; the measure only looks at the usage. */
function evidence({ edition, tenants, usage, certifications, nameWarnings }: PreparedFacts) {
  return { edition: edition.id, tenants, usage, certifications, nameWarnings }
}

/** Expects the columns to give the engine what the facts do, under every edition. */
export function expectPreparedLikeFacts(store: ReadableStore, profileId: number): void {
  const facts = store.facts(profileId)
  const expected = editions().map((edition) => evidence(prepare(facts, edition)))
  expect(store.prepared(profileId, editions()).map(evidence)).toEqual(expected)
}
