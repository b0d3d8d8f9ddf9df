import { expect, it } from 'vitest'
import { editionJsonSchema } from './edition-json-schema'

// After a change of the schema: npm run unit -- edition-json-schema -u
it('is published as it is', async () => {
  const published = '../../../docs/edition.schema.json'
  await expect(`${JSON.stringify(editionJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(published)
})
