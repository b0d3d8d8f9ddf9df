import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordOf, utf8 } from '../testing/records'
import { tenantId } from '../testing/reports'
import { TenantList } from './tenant-list'

/** The number of the tenant in a cell; undefined when there is no id in it. */
function tenantIn(list: TenantList, text: string): number | undefined {
  return list.readId(recordOf([text]), 0) ? list.number() : undefined
}

describe('a tenant id', () => {
  it('is the same tenant in any case, with or without braces and blanks around it', () => {
    const list = new TenantList(utf8)
    const spellings = [
      tenantId,
      tenantId.toUpperCase(),
      `{${tenantId}}`,
      ` {${tenantId.toUpperCase()}}\t`,
    ]
    expect(spellings.map((text) => tenantIn(list, text))).toEqual([0, 0, 0, 0])
    expect(list.ids).toEqual([tenantId])
  })

  it.each([
    [''],
    ['abc'],
    [tenantId.slice(1)],
    [`${tenantId}0`],
    [`{${tenantId}`],
    [`${tenantId}}`],
    [`({${tenantId}})`],
    [tenantId.replaceAll('-', '')],
    [tenantId.replaceAll('-', '_')],
    [tenantId.replace('0', 'g')],
    [tenantId.replace(/.$/, '-')],
    [tenantId.replace('-6', '6-')],
    [tenantId.replace('0', 'é').slice(0, 35)],
    ['contoso.onmicrosoft.example'],
  ])('is not "%s"', (text) => {
    expect(tenantIn(new TenantList(utf8), text)).toBeUndefined()
  })

  it('has each of its digits checked', () => {
    for (let at = 0; at < tenantId.length; at++) {
      const wrong = `${tenantId.slice(0, at)}g${tenantId.slice(at + 1)}`
      expect(tenantIn(new TenantList(utf8), wrong), wrong).toBeUndefined()
    }
  })
})

describe('the tenants of a file', () => {
  it('are numbered in the order of their first row, however many there are', () => {
    fc.assert(
      fc.property(fc.array(fc.uuid({ version: [1, 4, 7] }), { maxLength: 3000 }), (ids) => {
        const list = new TenantList(utf8)
        const numbers = [...ids, ...ids].map((id) => tenantIn(list, id))
        const distinct = [...new Set(ids)]
        expect(list.ids).toEqual(distinct)
        expect(numbers).toEqual([...ids, ...ids].map((id) => distinct.indexOf(id)))
      }),
      { numRuns: 20 },
    )
  })

  it('take the last name that is not empty', () => {
    const list = new TenantList(utf8)
    const tenant = tenantIn(list, tenantId) ?? -1
    expect(list.names).toEqual([null])
    for (const name of ['Aldercross', ' Aldercross Ltd ', '', '  ']) {
      list.rename(tenant, recordOf([name]), 0)
    }
    expect(list.names).toEqual(['Aldercross Ltd'])
  })
})
