import { z } from 'zod'
import { reportModelSchema } from '../../shared/report'

/**
 * The schema of a report as data, which is the JSON export and the attachment of the PDF. Published as
 * docs/report.schema.json.
 */
export function reportJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(reportModelSchema, { reused: 'ref' })
  return { $schema, title: 'Report of Seventy', ...schema }
}
