import { z } from 'zod'
import { editionSchema } from './edition-schema'

/**
 * The schema of an edition file as JSON Schema, which editors complete and check with: the shape, not
 * the contradictions that only the program finds. Published as docs/edition.schema.json.
 */
export function editionJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(editionSchema, { io: 'input', reused: 'ref' })
  return {
    $schema,
    title: 'Rule edition of Seventy',
    description: 'How to write one, field by field: docs/editions.md',
    ...schema,
  }
}
