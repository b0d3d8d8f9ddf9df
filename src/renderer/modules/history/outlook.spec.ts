import { describe, expect, it } from 'vitest'
import { forecast } from '../../app/testing/trend'
import { outlook } from './outlook'

const verdicts = ([now = false, ...attained]: readonly boolean[]) => {
  const { points } = forecast()
  return {
    attained: now,
    points: attained.flatMap((each, index) =>
      points
        .slice(0, 1)
        .map((point) => ({ ...point, month: `2024-0${String(index + 1)}`, attained: each })),
    ),
  }
}

describe('what a forecast comes to', () => {
  it.each([
    [[true, true, true], 'keeps', 'met', '2024-02'],
    [[true, false], 'failing', 'unmet', '2024-01'],
    [[false, false, false, true], 'gaining', 'met', '2024-03'],
    [[false, false, false], 'stays', 'unmet', '2024-02'],
  ] as const)('of %j is “%s”', (attained, kind, tone, month) => {
    expect(outlook(verdicts(attained))).toEqual({ kind, tone, month })
  })
})
