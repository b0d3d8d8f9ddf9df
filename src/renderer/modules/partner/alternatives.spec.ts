import { expect, it } from 'vitest'
import type { Score } from '../../../shared/score'
import { score } from '../../app/testing/scores'
import { otherReadings } from './alternatives'

function alternative(attained: boolean): Score['alternatives'][number] {
  return { reading: 'streamFloor', value: 'sum', total: 68, totalShown: 68, attained }
}

function outcomes(attained: boolean): string[] {
  const alternatives = [alternative(true), alternative(false)]
  return otherReadings(score({ attained, alternatives })).map(({ outcome }) => outcome)
}

it('tells each other reading against the result as it is', () => {
  expect(outcomes(true)).toEqual(['still-attained', 'would-miss'])
  expect(outcomes(false)).toEqual(['would-attain', 'still-short'])
})

it('keeps the reading, its answer and the total it would give', () => {
  expect(otherReadings(score({ alternatives: [alternative(false)] }))).toMatchObject([
    { reading: 'streamFloor', value: 'sum', totalShown: 68 },
  ])
})

it('is empty where no open rule changes the total', () => {
  expect(otherReadings(score())).toEqual([])
})
