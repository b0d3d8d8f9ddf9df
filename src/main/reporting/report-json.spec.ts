import { expect, it } from 'vitest'
import { reportModelSchema } from '../../shared/report'
import { reportJson } from './report-json'
import { reportModel } from './testing/report-model'

it('says everything the model says, in a form that the contract accepts', () => {
  const model = reportModel()
  expect(reportModelSchema.parse(JSON.parse(reportJson(model)))).toEqual(model)
})

it('is laid out for people and ends with a line break', () => {
  const lines = reportJson(reportModel()).split('\n')
  expect(lines[1]).toBe('  "reportId": "7KM3-Q9XW",')
  expect(lines.at(-1)).toBe('')
})

it('keeps "no data" apart from 0', () => {
  expect(reportJson(reportModel())).toContain('"totalShown": null')
})
