import { describe, expect, it } from 'vitest'
import { reportModelSchema } from '../../shared/report'
import { noOverrides } from '../../shared/no-overrides'
import { metricIds } from '../../shared/score'
import { facts } from '../scoring/testing/facts-builder'
import { skilled } from '../scoring/testing/score-facts'
import { file, reportOf as model } from './testing/report-of'

describe('the model of a report', () => {
  it('says for whom, when, by what and on what paper it was made', () => {
    expect(model({ pageSize: 'Letter' })).toMatchObject({
      reportId: '7KM3-Q9XW',
      appVersion: '1.2.3',
      client: 'Acme',
      mpnId: '77',
      preparedOn: '2024-01-08',
      pageSize: 'Letter',
      sample: false,
    })
    expect(model({}, { sample: true }).sample).toBe(true)
  })

  it('carries the imprint word for word', () => {
    expect(model({}, { firm: 'Brook & Partners' }).imprint).toBe(
      'Independent estimate prepared by Brook & Partners from data supplied by Acme on 2024-01-08, using rule edition security-2023-12. Not issued, reviewed or endorsed by Microsoft. The authoritative score is the one shown in Microsoft Partner Center.',
    )
  })

  it('names the user where no firm was entered', () => {
    expect(model()).toMatchObject({
      firm: 'the user of Seventy',
      imprint: expect.stringMatching(
        /^Independent estimate prepared by the user of Seventy from /,
      ) as string,
    })
    expect(model({}, { firm: '' }).firm).toBe('the user of Seventy')
  })

  it('carries the score of its date, or of the partner’s own score date', () => {
    expect(model().score).toMatchObject({ asOf: '2023-12-15', total: 70, attained: true })
    expect(model({ asOf: undefined }).score.asOf).toBe('2023-12-01')
  })

  it('names the edition of its score with validity and source', () => {
    expect(model({ asOf: '2023-11-30' }).edition).toEqual({
      id: 'security-2023-06',
      title: 'Solutions Partner for Security, rules until 2023-11-30',
      validFrom: '2023-06-13',
      validTo: '2023-11-30',
      source: {
        title: 'Solutions Partner for Security',
        publisher: 'Microsoft Learn',
        dated: '2023-06-13',
        retrieved: '2026-11-24',
      },
      counting: {
        azure: {
          associations: ['Partner Admin Link'],
          excludedOffers: ['Support', 'Internal', 'Benefit Program', 'Trial'],
        },
        m365: { associations: ['Claiming Partner of Record'] },
      },
    })
    expect(model({ asOf: '2023-11-30' }).imprint).toContain('rule edition security-2023-06.')
  })

  it('explains every metric in the order of the score, without repeating the score', () => {
    const { metrics, score } = model()
    expect(metrics.map(({ metric }) => metric)).toEqual(score.metrics)
    expect(metrics.map(({ metric }) => metric.id)).toEqual(metricIds)
    for (const metric of metrics) expect(metric).not.toHaveProperty('score')
  })

  it('lists at most forty customers a stream, and how many there are', () => {
    const builder = facts()
    for (let index = 0; index < 41; index++) builder.azureYears(`t-${String(index)}`, 1)
    const azure = model({}, { builder }).metrics[0]?.streams[0]
    expect([azure?.standings.length, azure?.standingsTotal]).toEqual([40, 41])
  })

  it('names the files that it rests on', () => {
    expect(model().files).toEqual([file])
  })

  it('follows the contract', () => {
    expect(reportModelSchema.parse(model())).toEqual(model())
  })

  it('is refused for a partner that is gone and for a date that does not exist', () => {
    expect(() => model({ profileId: 2 })).toThrow(
      expect.objectContaining({ code: 'profile-not-found' }),
    )
    expect(() => model({ asOf: '2023-02-30' })).toThrow(
      expect.objectContaining({ code: 'input-invalid' }),
    )
  })
})

describe('the parts of a report', () => {
  it('compare with the same day a month before', () => {
    const { changes } = model()
    expect([changes?.from.asOf, changes?.to.asOf]).toEqual(['2023-11-15', '2023-12-15'])
    const sum = changes?.causes.reduce((all, { effect }) => all + effect, 0)
    expect(sum).toBeCloseTo(changes?.difference ?? NaN, 5)
  })

  it('look a year back and half a year ahead', () => {
    const { history } = model()
    expect(history?.trend).toMatchObject({ from: '2023-01', to: '2023-12' })
    expect(history?.trend.eligibility.to).toBe('2023-12-15')
    expect(history?.forecast.points).toHaveLength(6)
  })

  it('plan for the first month in which an attained score would be lost', () => {
    const builder = skilled(facts().fullHistory(), 3).certification({
      ...{ person: 'leaver', title: 'SC-100', expires: '2024-01-20' },
    })
    for (const name of ['a', 'b', 'c', 'd', 'e']) builder.azureYears(`new-${name}`, 100)
    for (const name of ['a', 'b', 'c', 'd']) builder.azureYears(`big-${name}`, 12_000, 5_875)
    const { plan, history, score } = model({}, { builder })
    const lost = history?.forecast.points.find(({ attained }) => !attained)
    expect([score.attained, lost?.asOf]).toEqual([true, '2024-02-01'])
    expect(plan).toMatchObject({ status: 'planned', holds: true, plan: { by: '2024-02-01' } })
    expect(history?.expiries).toMatchObject([{ person: 'leaver', expires: '2024-01-20' }])
  })

  it('plan for the day itself where it is not attained', () => {
    const builder = facts().azureYears('t-1', 5_000)
    expect(model({}, { builder }).plan).toMatchObject({ holds: false, plan: { by: null } })
  })

  it('account for every row of each stream', () => {
    const [adds] = model().metrics
    expect(adds?.leftOut.map(({ section }) => section)).toEqual(['azure', 'm365'])
    for (const { rows, counted, causes } of adds?.leftOut ?? [])
      expect([...counted, ...causes].reduce((sum, each) => sum + each.rows, 0)).toBe(rows)
  })

  it('are the scenarios changed last, three at most', () => {
    const saved = [1, 2, 3, 4].map((id) => ({
      ...{ id, profileId: 1, name: `Case ${String(id)}`, overrides: noOverrides },
      ...{ createdAt: '', updatedAt: `2023-12-0${String(id)}` },
    }))
    expect(model({}, { scenarios: saved }).scenarios?.names).toEqual(['Case 2', 'Case 3', 'Case 4'])
    expect(model().scenarios).toBeNull()
  })

  it('are only those of the template, and of these the ones that are wanted', () => {
    const brief = model({ template: 'brief' })
    expect(brief).toMatchObject({ pages: [], history: null, annex: null, scenarios: null })
    const some = model({ pages: ['method', 'annex', 'cover'] })
    expect(some.pages).toEqual(['cover', 'method', 'annex'])
    expect(some).toMatchObject({ history: null })
    expect(model({ template: 'roster', pages: ['annex'] }).pages).toEqual([])
  })

  it('list three hundred customers at most, or all for a spreadsheet', () => {
    const builder = facts()
    for (let index = 0; index < 301; index++) builder.azureYears(`t-${String(index)}`, 150)
    const paper = model({ pages: ['annex'] }, { builder }).annex
    expect([paper?.customers.length, paper?.customersTotal]).toEqual([300, 301])
    const all = model({ pages: ['annex'], annexRows: Infinity }, { builder }).annex
    expect(all?.customers).toHaveLength(301)
  })
})
