import { describe, expect, it } from 'vitest'
import { gaps, overlaps, problemsBeside } from './edition-set'
import { editions } from './registry'

const dated = (
  id: string,
  validFrom: string,
  validTo: string | null,
  track: string | null = null,
) => ({
  id,
  designation: 'security',
  track,
  validFrom,
  validTo,
})
const first = dated('a', '2023-01-01', '2023-06-30')
const codes = (problems: readonly { readonly code: string }[]) => problems.map(({ code }) => code)

describe('editions beside each other', () => {
  it('may follow one another, and be tracks of the same time', () => {
    expect(
      overlaps([first, dated('b', '2023-07-01', null, 'x'), dated('c', '2023-07-01', null, 'y')]),
    ).toEqual([])
  })

  it.each([
    ['id-taken', dated('a', '2030-01-01', null)],
    ['validity-overlap', dated('b', '2023-06-30', null)],
    ['validity-overlap', dated('b', '2022-01-01', '2023-01-01')],
    ['track-missing', dated('b', '2023-02-01', null, 'smb')],
  ])('are refused with %s', (code, other) => {
    expect(codes(overlaps([first, other]))).toEqual([code])
    expect(codes(problemsBeside(other, [first]))).toEqual([code])
  })

  it('of different designations have nothing to do with each other', () => {
    expect(overlaps([first, { ...first, id: 'b', designation: 'modern-work' }])).toEqual([])
  })

  it('say for which days no rules are known', () => {
    expect(gaps([first, dated('b', '2023-07-01', null)])).toEqual([])
    expect(gaps([first, dated('b', '2023-07-02', null)])).toMatchObject([
      {
        code: 'validity-gap',
        edition: 'b',
        message: 'No rules of this designation are known from 2023-07-01 until then.',
      },
    ])
    expect(gaps([dated('a', '2023-01-01', null), dated('b', '2024-01-01', null)])).toEqual([])
  })

  it('of the product fit, apart from the time whose rules were not seen', () => {
    expect(overlaps(editions())).toEqual([])
    expect(gaps(editions()).map(({ edition, value }) => [edition, value])).toEqual([
      ['security-2026-enterprise', '"2026-07-01"'],
      ['security-2026-smb', '"2026-07-01"'],
    ])
  })
})
