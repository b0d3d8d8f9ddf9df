import { describe, expect, it } from 'vitest'
import { datasetIds } from '../../../shared/imports'
import { normaliseName } from './header'
import { datasets } from './registry'

describe('the registry of datasets', () => {
  it('has every kind of file that the contract names, once', () => {
    expect(datasets.map(({ id }) => id)).toEqual([...datasetIds])
  })

  it.each(datasets.map((dataset) => [dataset.id, dataset] as const))(
    'gives no name of %s to two of its columns',
    (_, { columns, recognisedBy, needsOneOf = [], pairs = [] }) => {
      const names = Object.values(columns).flatMap((rule) => rule.names.map(normaliseName))
      expect(new Set(names).size).toBe(names.length)
      for (const field of [...recognisedBy, ...needsOneOf, ...pairs].flat()) {
        expect(Object.keys(columns)).toContain(field)
      }
    },
  )
})
