import { expect } from 'vitest'
import type { NewRow, RowValues } from '../../../../shared/edits'
import type { EditContext } from '../../../services/edits/changes'
import { addProfile, importFiles, temporaryWorkspace, tenantGuid } from '../../test-support'

/** A partner with two files, to change by hand. */
export const AT = '2023-12-20T09:30:00.000Z'
export const clock = { today: () => 19_711, now: () => AT }

export function bench(editions: ReturnType<EditContext['editionsOf']> = []) {
  const { path, store } = temporaryWorkspace()
  const profileId = addProfile(store)
  importFiles(store, profileId, [
    {
      name: 'usage.csv',
      azure: [
        { month: '2023-11', tenant: 1, microUsd: 1_200_000_000, association: 'PAL' },
        { month: '2023-11', tenant: 1, microUsd: 300_000_000, association: 'PAL' },
      ],
    },
    {
      name: 'seats.csv',
      seats: [
        { month: '2023-11', tenant: 1, paid: 40, active: 10 },
        { month: '2023-11', tenant: 1, paid: 30, active: 20 },
      ],
    },
  ])
  const editing = { workspace: store, clock, editionsOf: () => editions }
  const place = { profileId, dataset: 'azure-usage', row: 1 } as const
  const values = (change: Partial<Extract<RowValues, { dataset: 'azure-usage' }>> = {}) => ({
    kind: 'values' as const,
    values: {
      ...{ dataset: 'azure-usage' as const, service: 'Sentinel', offer: null },
      ...{ association: 'PAL', usd: 1000.1, ...change },
    },
  })
  return { path, store, profileId, editing, place, values }
}

export const usage = (
  change: Partial<Extract<NewRow, { dataset: 'azure-usage' }>> = {},
): NewRow => ({
  ...{ dataset: 'azure-usage', service: 'Sentinel', offer: null, association: 'PAL', usd: 12.34 },
  ...{ month: '2023-11', tenantId: tenantGuid(2), customerName: 'Brook Street', ...change },
})

export const refused = (work: () => unknown, code: string, details: object) =>
  expect(work).toThrow(
    expect.objectContaining({ code, details: expect.objectContaining(details) as object }),
  )
