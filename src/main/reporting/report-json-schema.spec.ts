import { expect, it } from 'vitest'
import { reportJsonSchema } from './report-json-schema'

// After a change of the model: npm run unit -- report-json-schema -u
it('is published as it is', async () => {
  const published = '../../../docs/report.schema.json'
  await expect(`${JSON.stringify(reportJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(published)
})
