import { describe, expect, it } from 'vitest'
import type { ReportModel } from '../../shared/report'
import { editionById } from '../rules/registry'
import { verifyReport } from './verify-report'
import { reportOf } from './testing/report-of'

/** The pages of a brief as a reader sees them. */
function briefPage({ reportId, client, imprint, score }: ReportModel): string {
  const metrics = [
    'Net customer adds',
    'Intermediate certifications',
    'Deployments',
    'Usage growth',
  ]
  return [
    ...[client, reportId, imprint, `${score.totalShown?.toFixed(1) ?? ''} of\n 100`],
    ...score.metrics.map(({ pointsShown, max }, at) =>
      pointsShown === null
        ? `${metrics[at] ?? ''}\nNo data`
        : `${metrics[at] ?? ''}\n${pointsShown.toFixed(1)} of ${String(max)}`,
    ),
  ].join('\n')
}

const model = reportOf({ template: 'brief', inputs: true })
const verify = (data: unknown, page = briefPage(model)) =>
  verifyReport({ data, pages: [page] }, editionById)
const whats = ({ differences }: ReturnType<typeof verify>['printed']) =>
  differences.map(({ what }) => what)

describe('a report that is checked against itself', () => {
  it('agrees as it was exported', () => {
    const { printed, recomputed } = verify(model)
    expect([printed.differences, recomputed.differences]).toEqual([[], []])
    expect(printed.compared).toBe(8)
    expect(recomputed.compared).toBeGreaterThan(30)
  })

  it('names each number that was changed on paper', () => {
    const [, deployments] = model.score.metrics.map(({ pointsShown }) => pointsShown)
    expect(deployments).not.toBeNull()
    const page = briefPage(model).replace(/Deployments\n\S+/, 'Deployments\n19.9')
    expect(whats(verify(model, page).printed)).toEqual(['deployments points on the summary'])
  })

  it('names what was changed in the attached score, whatever the paper says', () => {
    const score = { ...model.score, total: 99.5 }
    const [difference] = verify({ ...model, score }).recomputed.differences
    expect(difference).toEqual({
      ...{ what: 'total', attached: '99.5', found: String(model.score.total) },
    })
  })

  it('names what follows from a row of usage that was changed', () => {
    const { inputs } = model
    if (inputs?.status !== 'attached') throw new Error('They are few.')
    const rows = inputs.azure.rows.map((row): typeof row => [row[0], row[1], row[2], row[3] * 2])
    const changed = { ...model, inputs: { ...inputs, azure: { ...inputs.azure, rows } } }
    expect(whats(verify(changed).recomputed)).toContain('usage-growth azure current')
  })

  it('looks for the title of every metric page that the report has', () => {
    const whole = { ...model, pages: ['metrics'] }
    expect(whats(verify(whole).printed)).toHaveLength(4)
    const people = verify({ ...whole, template: 'roster' }).printed
    expect(whats(people)).toEqual(['intermediate-certifications points on its page'])
  })

  it('is refused when it is none, when nothing travels along, and when its rules are not known', () => {
    const thrown = (data: unknown) => {
      try {
        verify(data)
      } catch (error) {
        return error
      }
      return null
    }
    expect(thrown({})).toMatchObject({ code: 'report-data-invalid' })
    const tooLarge = { status: 'too-large', rows: 60_000, rowsAtMost: 50_000 }
    expect(thrown({ ...model, inputs: tooLarge })).toMatchObject({ code: 'report-inputs-missing' })
    expect(thrown({ ...model, inputs: null })).toMatchObject({ code: 'report-inputs-missing' })
    const unknown = { ...model, score: { ...model.score, edition: 'of-somebody' } }
    expect(thrown(unknown)).toMatchObject({ code: 'edition-not-found' })
  })
})
