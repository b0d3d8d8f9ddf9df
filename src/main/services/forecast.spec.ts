import { describe, expect, it } from 'vitest'
import { parseDay } from '../../shared/calendar'
import { forecast } from './forecast'
import { Scores } from './scores'
import { Shelf } from './testing/shelf'

const clock = { today: () => parseDay('2023-12-15') ?? NaN, now: () => '2023-12-15T08:00:00.000Z' }
const context = () => {
  const workspace = new Shelf().add(1)
  return { workspace, scores: new Scores(workspace, clock) }
}

describe('the forecast of a stored profile', () => {
  it('looks six months ahead of its score date with steady usage unless told otherwise', () => {
    const result = forecast(context(), { profileId: 1 })
    expect(result).toMatchObject({ asOf: '2023-12-15', usage: 'steady' })
    expect(result.points.map(({ month }) => month)).toEqual([
      '2024-01',
      '2024-02',
      '2024-03',
      '2024-04',
      '2024-05',
      '2024-06',
    ])
  })

  it('follows date, months, usage, edition, readings and limit of the request', () => {
    const result = forecast(context(), {
      profileId: 1,
      asOf: '2023-11-15',
      months: 2,
      usage: 'none',
      edition: 'security-2023-06',
      readings: { growthSteps: 'whole' },
      limit: 1,
    })
    expect(result).toMatchObject({ usage: 'none', readings: { growthSteps: 'whole' } })
    expect(result.points.map(({ month, edition }) => [month, edition])).toEqual([
      ['2023-12', 'security-2023-06'],
      ['2024-01', 'security-2023-06'],
    ])
    expect(result.points[0]?.changes.causes.map(({ kind }) => kind)[1]).toBe('other')
  })

  it.each([
    [{ profileId: 1, months: 0 }, 'input-invalid'],
    [{ profileId: 1, months: 25 }, 'input-invalid'],
    [{ profileId: 1, months: 1.5 }, 'input-invalid'],
    [{ profileId: 2 }, 'profile-not-found'],
    [{ profileId: 1, edition: 'security-1999' }, 'edition-not-found'],
  ])('for %j is refused as %s', (request, code) => {
    expect(() => forecast(context(), request)).toThrow(expect.objectContaining({ code }))
  })
})
