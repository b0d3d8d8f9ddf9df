import { expect, it } from 'vitest'
import { changesChart } from './largest-changes'
import { colours } from './testing/colours'

const words = { change: 'Change', format: String }
const rows = [
  { name: 'Aldermoor Foods', change: 4_140 },
  { name: 'Brackwater Logistics and Cold Storage', change: -900 },
]
const { data, options } = changesChart(rows, words, colours)
const [set] = data.datasets

it('draws a bar to each side of zero', () => {
  expect(set?.data).toEqual([4_140, -900])
})

it('tells a loss by a hollow bar as well as by its colour', () => {
  expect(set?.backgroundColor).toEqual(['solid', 'transparent'])
  expect(set?.borderColor).toEqual(['accent', 'short'])
})

it('shortens a long name, so that the bars keep their room', () => {
  expect(data.labels).toEqual(['Aldermoor Foods', 'Brackwater Logistics an…'])
})

it('needs no legend for its one series', () => {
  expect(options?.plugins?.legend?.display).toBe(false)
})
