import { expect, it } from 'vitest'
import { score, scoreWithFailedMinimum, scoreWithoutUsage } from '../app/testing/scores'
import { pointsByMetric, pointsRows } from './points-by-metric'
import { colours } from './testing/colours'

const words = {
  metric: (id: string) => id,
  azure: 'Azure',
  m365: 'Microsoft 365',
  people: 'People',
  open: 'Still open',
}

it('splits a metric into its streams, and certifications into none', () => {
  const [adds, certifications] = pointsRows(score())
  expect(adds).toMatchObject({ azure: 14, m365: 4, people: 0, open: 2 })
  expect(certifications).toMatchObject({ azure: 0, m365: 0, people: 13.333333 })
})

it('cuts streams that pass the maximum together, so that no bar is longer than its points', () => {
  const deployments = pointsRows(score()).find(({ id }) => id === 'deployments')
  expect(deployments).toMatchObject({ azure: 13.333333, open: 0 })
  expect((deployments?.azure ?? 0) + (deployments?.m365 ?? 0)).toBe(20)
})

it('draws neither points nor room where there is no data', () => {
  const unknown = pointsRows(scoreWithoutUsage()).find(({ id }) => id === 'deployments')
  expect(unknown).toMatchObject({ azure: 0, m365: 0, people: 0, open: 0, shown: null })
})

it('draws the whole room where 0 points are known', () => {
  const nothing = pointsRows(scoreWithFailedMinimum()).find(({ id }) => id === 'deployments')
  expect(nothing).toMatchObject({ azure: 0, m365: 0, open: 20, shown: 0 })
})

it('fills each series with a pattern of its own, and leaves open room in outline', () => {
  const { data, options } = pointsByMetric(pointsRows(score()), words, colours)
  expect(data.datasets.map(({ label, backgroundColor }) => [label, backgroundColor])).toEqual([
    ['Azure', 'solid'],
    ['Microsoft 365', 'hatched'],
    ['People', 'dotted'],
    ['Still open', 'transparent'],
  ])
  expect(options?.scales?.['x']).toMatchObject({ stacked: true, max: 40 })
})
