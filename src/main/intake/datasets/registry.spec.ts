import { describe, expect, it } from 'vitest'
import { datasetIds } from '../../../shared/imports'
import { normaliseName } from './recognise'
import { datasets } from './registry'

describe('the registry of datasets', () => {
  it('has every kind of file that the contract names, once', () => {
    expect(datasets.map(({ id }) => id)).toEqual([...datasetIds])
  })

  it.each(datasets.map((dataset) => [dataset.id, dataset] as const))(
    'gives no name of %s to two of its columns',
    (_, { columns, recognisedBy, needsOneOf = [] }) => {
      const names = Object.values(columns).flatMap((rule) => rule.names.map(normaliseName))
      expect(new Set(names).size).toBe(names.length)
      for (const field of [...recognisedBy, ...needsOneOf.flat()]) {
        expect(columns).toHaveProperty(field)
      }
    },
  )
})
