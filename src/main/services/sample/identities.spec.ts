import { describe, expect, it } from 'vitest'
import { tenantIdOf } from './identities'
import { samplePartners } from './partners'

describe('the tenant id of an invented customer', () => {
  it('is the same for ever', () => {
    expect(tenantIdOf('Ardenmoor Water Board')).toBe('e5619f3a-2f77-443b-ac55-c7dca160fc75')
    expect(tenantIdOf('')).toBe('15eb20d2-97f2-493d-adf0-5ae88fe3921b')
  })

  it('has the form of a random GUID, and belongs to one customer', () => {
    const names = samplePartners.flatMap(({ customers }) => customers.map(({ name }) => name))
    const ids = names.map(tenantIdOf)
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(new Set(ids).size).toBe(names.length)
  })
})
