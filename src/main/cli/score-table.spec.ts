import { describe, expect, it } from 'vitest'
import type { Score } from '../../shared/score'
import { facts, type FactsBuilder } from '../scoring/testing/facts-builder'
import { scoreFacts, seventy, skilled } from '../scoring/testing/score-facts'
import { scoreTable } from './score-table'

const lines = (builder: FactsBuilder) => scoreTable('Acme', scoreFacts(builder)).split('\n')

describe('a score in a terminal', () => {
  it('holds client, dates, edition, metrics, total and whose score it is', () => {
    expect(scoreTable('Acme', scoreFacts(seventy()))).toBe(
      [
        'Acme, security, score date 2023-12-15, usage month 2023-11, edition security-2023-12',
        '',
        'Net customer adds                10.0 of  20   minimum met',
        'Intermediate certifications      26.7 of  40   minimum met',
        'Deployments                      13.3 of  20   minimum met',
        'Usage growth                     20.0 of  20   minimum met',
        'Total                            70.0 of 100   attained',
        '  note: Azure usage without an offer type counts as eligible (customers concerned: 9).',
        '  An estimate from exported data; the authoritative score is the one shown in Microsoft Partner Center.',
        '',
      ].join('\n'),
    )
  })

  it('says that totals were typed in', () => {
    const score: Score = { ...scoreFacts(seventy()), basis: 'typed-in' }
    expect(scoreTable('Acme', score)).toContain('From totals typed in by hand, not from files.')
  })

  it('never rounds up to the threshold, and says what another reading gives', () => {
    const table = lines(seventy(37.5))
    expect(table).toContain(
      'Total                            69.9 of 100   not attained: 70 needed',
    )
    expect(table).toContain('  with growthSteps=whole: 69.0, not attained')
  })

  it('tells a missed minimum from a missed threshold', () => {
    const builder = skilled(facts().fullHistory(), 6)
    for (let index = 0; index < 10; index++) builder.seatYears(`t-${String(index)}`, [25, 4])
    const table = lines(builder)
    expect(table).toContain('Usage growth                      0.3 of  20   minimum missed')
    expect(table).toContain(
      'Total                            80.3 of 100   not attained: a minimum is missed',
    )
    expect(table).toContain('  with metricMinimum=positive: 80.3, attained')
  })

  it('says no data where there is none, not 0', () => {
    const table = lines(facts())
    expect(table).toContain('Net customer adds             no data of  20')
    expect(table).toContain('Total                         no data of 100   no data')
    expect(table).toContain('  note: No Azure usage was imported, so the Azure stream has no data.')
  })

  it('names the track of a score, and what the other track gives', () => {
    const score: Score = {
      ...scoreFacts(seventy(), { edition: 'security-2026-enterprise' }),
      otherTracks: [
        {
          edition: 'security-2026-smb',
          track: 'smb',
          total: 69.97,
          totalShown: 69.9,
          attained: false,
        },
        { edition: 'x', track: 'other', total: null, totalShown: null, attained: false },
      ],
    }
    const table = scoreTable('Acme', score)
    expect(table).toContain('edition security-2026-enterprise, enterprise track\n')
    expect(table).toContain(
      '\n  smb track: 69.9, not attained\n  other track: no data, not attained\n',
    )
  })

  it('shows an alternative without data as such', () => {
    const score: Score = {
      ...scoreFacts(seventy()),
      alternatives: [
        {
          reading: 'currentMonth',
          value: 'strict',
          total: null,
          totalShown: null,
          attained: false,
        },
      ],
    }
    expect(scoreTable('Acme', score)).toContain(
      '\n  with currentMonth=strict: no data, not attained\n',
    )
  })
})
