import { expect, it } from 'vitest'
import type { ScoreWarning } from '../../shared/score'
import { namesBeyond, remarksOn } from './remarks'

const service: ScoreWarning = {
  code: 'unknown-service',
  message: 'Azure services do not count: A, B and 1 more.',
  count: 3,
  names: ['A', 'B', 'Gateway'],
  stream: 'azure',
}
const certification: ScoreWarning = { code: 'unknown-certification', message: 'Unknown.', count: 1 }
const edition: ScoreWarning = {
  code: 'edition-not-seen',
  message: 'Other rules may hold.',
  count: 1,
}

it('a remark stands on the pages of the metrics that it is about', () => {
  const all = [service, certification, edition]
  expect(remarksOn('usage-growth', all)).toEqual([service])
  expect(remarksOn('intermediate-certifications', all)).toEqual([certification])
  expect(remarksOn('advanced-certifications', all)).toEqual([certification])
})

it('names that a sentence had no room for are not lost', () => {
  expect(namesBeyond(service)).toEqual(['Gateway'])
  expect(namesBeyond(edition)).toEqual([])
})
