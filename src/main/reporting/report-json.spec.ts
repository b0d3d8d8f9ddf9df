import { expect, it } from 'vitest'
import { reportModelSchema } from '../../shared/report'
import { reportJson } from './report-json'
import { reportModel } from './testing/report-model'

it('says everything the model says, in a form that the contract accepts', () => {
  const model = reportModel()
  expect(reportModelSchema.parse(JSON.parse(reportJson(model)))).toEqual(model)
})

it('keeps what the score was computed from in one line, and nothing of it is lost', () => {
  const none = { months: [], kinds: [], rows: [] }
  const inputs = {
    ...{ status: 'attached' as const, tenants: ['t'], azure: none, m365: none },
    certifications: { imported: false, rows: [] },
  }
  const model = { ...reportModel(), inputs }
  const text = reportJson(model)
  expect(reportModelSchema.parse(JSON.parse(text))).toEqual(model)
  expect(text.split('\n').filter((line) => line.includes('"tenants"'))).toHaveLength(1)
})

it('is laid out for people and ends with a line break', () => {
  const lines = reportJson(reportModel()).split('\n')
  expect(lines[1]).toBe('  "reportId": "7KM3-Q9XW",')
  expect(lines.at(-1)).toBe('')
})

it('keeps "no data" apart from 0', () => {
  expect(reportJson(reportModel())).toContain('"totalShown": null')
})
