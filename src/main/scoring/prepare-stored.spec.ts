import { expect, it } from 'vitest'
import fc from 'fast-check'
import { editions } from '../rules/registry'
import { prepareStored } from './prepare-stored'
import { anyPartner, builderOf } from './testing/partners'
import { expectPreparedLike, storedPartner } from './testing/stored-facts'
import { seventy } from './testing/score-facts'

it('prepares columns as it prepares facts, for every partner and edition', () => {
  fc.assert(
    fc.property(anyPartner, (partner) => {
      const facts = builderOf(partner).build()
      expectPreparedLike(storedPartner(facts), facts)
    }),
    { numRuns: 100 },
  )
})

it('prepares usage of any association as well', () => {
  fc.assert(
    fc.property(anyPartner, (partner) => {
      const facts = builderOf(partner).build()
      expectPreparedLike(storedPartner(facts), facts, 'any')
    }),
    { numRuns: 30 },
  )
})

it('keeps one matrix for editions that count the same usage', () => {
  const prepared = prepareStored(storedPartner(seventy().build()), editions())
  const [june, december, enterprise, smb] = prepared.map(({ usage }) => usage)
  expect(december).toBe(june)
  expect(smb).toBe(enterprise)
  expect(enterprise).not.toBe(june)
})

it('does not read what no edition asks for', () => {
  const partner = storedPartner(seventy().build())
  const asked: boolean[] = []
  const watched = {
    ...partner,
    azure: {
      ...partner.azure,
      kinds: { ...partner.azure.kinds, services: ['Virtual Machines'] },
      columns: (wanted: (kind: number) => boolean) => {
        asked.push(wanted(0))
        return []
      },
    },
  }
  prepareStored(watched, editions())
  expect(asked).toEqual([false])
})
