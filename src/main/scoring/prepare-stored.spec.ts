import { expect, it } from 'vitest'
import fc from 'fast-check'
import { parseEdition } from '../rules/edition-schema'
import december from '../rules/editions/security-2023-12.json'
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

it('says nothing of the names of a stream that the edition does not count', () => {
  const facts = seventy()
    .azure({ tenant: 'a', month: '2023-11', usd: 1, service: 'Key Vaults' })
    .seats({ tenant: 'a', month: '2023-11', paid: 1, workload: 'Microsoft Intunes' })
    .build()
  const only = (id: 'azure' | 'm365') =>
    parseEdition({
      ...december,
      id: `${id}-alone`,
      metrics: december.metrics.map(({ streams, ...metric }) =>
        streams ? { ...metric, streams: { [id]: streams[id] } } : metric,
      ),
    })
  expectPreparedLike(storedPartner(facts), facts, 'counting', [only('azure'), only('m365')])
  const [azure, m365] = prepareStored(storedPartner(facts), [only('azure'), only('m365')])
  expect(azure?.nameWarnings).not.toEqual(m365?.nameWarnings)
})

it('does not read what no edition asks for', () => {
  const { azure, m365, ...partner } = storedPartner(seventy().seatYears('a', [1, 1]).build())
  const asked: boolean[] = []
  const columns = (wanted: (kind: number) => boolean) => {
    asked.push(wanted(0))
    return []
  }
  const watched = {
    ...partner,
    azure: { ...azure, kinds: { ...azure.kinds, services: ['Virtual Machines'] }, columns },
    m365: { ...m365, kinds: { ...m365.kinds, workloads: ['Exchange Online'] }, columns },
  }
  prepareStored(watched, editions())
  expect(asked).toEqual([false, false])
})
