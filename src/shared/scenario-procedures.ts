import { z } from 'zod'
import { profileId } from './primitives'
import { SCENARIOS_COMPARED } from './no-overrides'
import {
  comparisonSchema,
  overridesSchema,
  scenarioChoicesSchema,
  scenarioId,
  scenarioName,
  scenarioSchema,
} from './scenarios'
import { procedure } from './procedure'
import { scoreQuery } from './queries'

/** Procedures about saved scenarios, and about those that are being tried. */
export const scenarioProcedures = {
  'scenarios.list': procedure('reader', z.strictObject({ profileId }), z.array(scenarioSchema), [
    'profile-not-found',
  ]),
  'scenarios.choices': procedure(
    'reader',
    scoreQuery.extend({ search: z.string().max(200), limit: z.int().min(1).max(200) }),
    scenarioChoicesSchema,
    ['profile-not-found', 'edition-not-found'],
  ),
  /** Scenarios as they stand in an editor, saved or not, beside the score as it is. */
  'scenarios.compare': procedure(
    'reader',
    scoreQuery.extend({ scenarios: z.array(overridesSchema).max(SCENARIOS_COMPARED) }),
    comparisonSchema,
    ['profile-not-found', 'edition-not-found'],
  ),
  'scenarios.create': procedure(
    'writer',
    z.strictObject({ profileId, name: scenarioName, overrides: overridesSchema }),
    scenarioSchema,
    ['profile-not-found', 'scenario-name-invalid', 'scenario-exists', 'scenarios-too-many'],
  ),
  'scenarios.change': procedure(
    'writer',
    z.strictObject({
      scenarioId,
      name: scenarioName.optional(),
      overrides: overridesSchema.optional(),
    }),
    scenarioSchema,
    ['scenario-not-found', 'scenario-name-invalid', 'scenario-exists'],
  ),
  'scenarios.duplicate': procedure('writer', z.strictObject({ scenarioId }), scenarioSchema, [
    'scenario-not-found',
    'scenarios-too-many',
  ]),
  'scenarios.remove': procedure('writer', z.strictObject({ scenarioId }), scenarioSchema, [
    'scenario-not-found',
  ]),
} as const
