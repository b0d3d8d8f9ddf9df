import { expect, it } from 'vitest'
import { axisOptions } from './axis-options'
import { colours } from './testing/colours'

it('does not move, and fills the room it is given', () => {
  const options = axisOptions(colours, {})
  expect(options).toMatchObject({ animation: false, maintainAspectRatio: false, indexAxis: 'y' })
})

it('writes axis and hints in the format it is given', () => {
  const options = axisOptions(colours, { format: (value) => `$${String(value)}` })
  const tick = options.scales?.['x']?.ticks?.callback as (value: number) => string
  const hint = options.plugins?.tooltip?.callbacks?.label as (item: object) => string
  expect(tick(12)).toBe('$12')
  expect(hint({ dataset: { label: 'Change' }, parsed: { x: -3 } })).toBe('Change: $-3')
})

it('stacks, ends at a maximum and hides its legend only when asked to', () => {
  const plain = axisOptions(colours, {})
  const wished = axisOptions(colours, { stacked: true, max: 40, legend: false })
  expect(plain.scales?.['x']).toMatchObject({ stacked: false, max: undefined })
  expect(plain.plugins?.legend?.display).toBe(true)
  expect(wished.scales?.['x']).toMatchObject({ stacked: true, max: 40 })
  expect(wished.scales?.['y']).toMatchObject({ stacked: true })
  expect(wished.plugins?.legend?.display).toBe(false)
})
