import { expect, it } from 'vitest'
import { formatChange, formatStanding, inDollars } from './amounts'

const azure = { id: 'azure' } as const
const m365 = { id: 'm365' } as const

it('counts Azure in dollars and Microsoft 365 in seats or users', () => {
  expect([inDollars(azure), inDollars(m365)]).toEqual([true, false])
  expect([formatStanding(azure, 1_250), formatStanding(m365, 1_250)]).toEqual(['$1,250', '1,250'])
})

it('shows cents where a whole dollar would hide that a threshold was missed', () => {
  expect(formatStanding(azure, 99.99)).toBe('$99.99')
})

it('shows a change of cents as a change', () => {
  expect([formatChange(azure, 0.4), formatChange(azure, -12)]).toEqual(['+$0.40', '-$12'])
  expect([formatChange(m365, 30), formatChange(m365, 0)]).toEqual(['+30', '0'])
})
