import { expect, it } from 'vitest'
import { formatBytes } from './bytes'

it('counts bytes whole and larger units with one decimal at most', () => {
  expect([0, 1, 999, 1000, 1500, 1_234_567].map((bytes) => formatBytes(bytes))).toEqual([
    '0 B',
    '1 B',
    '999 B',
    '1 kB',
    '1.5 kB',
    '1.2 MB',
  ])
})

it('takes the next unit where rounding would show a thousand of the smaller one', () => {
  expect(
    [999_949, 999_950, 999_999, 1_000_000, 1_000_000_000].map((bytes) => formatBytes(bytes)),
  ).toEqual(['999.9 kB', '1 MB', '1 MB', '1 MB', '1 GB'])
})

it('has no unit above gigabytes', () => {
  expect(formatBytes(5_000_000_000_000)).toBe('5,000 GB')
})
