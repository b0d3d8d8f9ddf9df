import type { Overrides } from './scenarios'

/**
 * What the page needs of scenarios beside their types. It stands by itself, as the page must not load
 * the schemas: their library asks for a compiler, which the policy of the page refuses.
 */

/** A scenario that changes nothing. */
export const noOverrides: Overrides = {
  usage: { azurePercent: 100, m365Percent: 100 },
  customers: [],
  certifications: [],
}

/** Scenarios that stand side by side at most. */
export const SCENARIOS_COMPARED = 3
