import { describe, expect, it } from 'vitest'
import { checkFiles } from './import-files'
import { defaultScoreDateText } from './score-date'
import { Scores } from './scores'
import { azure, seats, setUp, tenant, trainings } from './testing/import-bench'
import { treatName } from './treated-names'

const header = 'Month,CustomerTenantId,CustomerName,Service,ACR,AssociationType'
const line = (month: string, customer: number, name: string, service: string, acr: string) =>
  `${month},${tenant(customer)},${name},${service},${acr},PAL`
const file = (...lines: readonly string[]) => [header, ...lines, ''].join('\n')

describe('the review of an import', () => {
  it('tells per month what is stored now and what will be, and which customers are lost', () => {
    const bench = setUp()
    bench.store([
      azure([
        ['2023-10', '5'],
        ['2023-10', '6'],
        ['2023-11', '7'],
      ]),
    ])
    const { review } = checkFiles(
      bench.context,
      bench.request([
        azure([
          ['2023-10', '8.5'],
          ['2023-12', '-1'],
        ]),
        seats,
        trainings,
      ]),
    )
    const none = { acrUsd: null, paidSeats: null, activeSeats: null, certifications: null }
    const nobody = { count: 0, names: [] }
    expect(review?.months).toEqual([
      {
        ...{ dataset: 'azure-usage', month: '2023-10', change: 'replaced' },
        before: { ...none, rows: 2, subjects: 2, acrUsd: 11 },
        after: { ...none, rows: 1, subjects: 1, acrUsd: 8.5 },
        lost: { count: 1, names: [{ id: tenant(1), name: null }] },
      },
      {
        ...{ dataset: 'azure-usage', month: '2023-12', change: 'added', before: null },
        ...{ after: { ...none, rows: 1, subjects: 1, acrUsd: -1 }, lost: nobody },
      },
      {
        ...{ dataset: 'certifications', month: null, change: 'added', before: null },
        ...{ after: { ...none, rows: 1, subjects: 1, certifications: 1 }, lost: nobody },
      },
      {
        ...{ dataset: 'm365-usage', month: '2023-11', change: 'added', before: null },
        after: { ...none, rows: 1, subjects: 1, paidSeats: 100, activeSeats: 40 },
        lost: nobody,
      },
    ])
  })

  it('counts the seats of a customer and workload once, whatever files and associations say of them', () => {
    const bench = setUp()
    const rows = (...values: readonly string[]) =>
      ['Date,CustomerTenantId,Workload,PaidSeats,MAU,AssociationType', ...values, ''].join('\n')
    bench.store([
      rows(`2023-11,${tenant(1)},Intune,100,40,CPOR`, `2023-11,${tenant(1)},Intune,100,50,PAL`),
    ])
    const { review } = checkFiles(
      bench.context,
      bench.request(
        [rows(`2023-11,${tenant(1)},Intune,90,80,CPOR`, `2023-11,${tenant(1)},Defender,7,0,CPOR`)],
        { mode: 'append' },
      ),
    )
    expect(review?.months).toMatchObject([
      {
        change: 'extended',
        before: { rows: 2, subjects: 1, paidSeats: 100, activeSeats: 50 },
        after: { rows: 4, subjects: 1, paidSeats: 107, activeSeats: 50 },
        lost: { count: 0 },
      },
    ])
  })

  it('names at most twenty lost customers of a month, by name, and counts all of them', () => {
    const bench = setUp()
    const customers = Array.from({ length: 23 }, (_, number) =>
      line('2023-11', number, `Customer ${String.fromCharCode(97 + number)}`, 'Sentinel', '1'),
    )
    bench.store([file(...customers)])
    const { review } = checkFiles(bench.context, bench.request([file(customers[0] ?? '')]))
    const lost = review?.months[0]?.lost
    expect(lost?.count).toBe(22)
    expect(lost?.names).toHaveLength(20)
    expect(lost?.names[0]).toEqual({ id: tenant(1), name: 'Customer b' })
  })

  it('names what the rules do not know, with what hangs on it and the nearest they do know', () => {
    const bench = setUp()
    const { review } = checkFiles(
      bench.context,
      bench.request([
        file(
          line('2023-10', 1, 'Ada', 'Key Valt', '2.5'),
          line('2023-11', 1, 'Ada', 'KEY VALT', '4'),
          line('2023-11', 2, 'Bo', 'Coffee', '900'),
          line('2023-11', 3, 'Cy', 'Key Vault', '7'),
        ),
        trainings.replace('SC-200', 'SC-2000'),
      ]),
    )
    expect(review?.unknownNames).toEqual([
      {
        ...{ kind: 'certification', name: 'SC-2000', subjects: 1, acrUsd: null, paidSeats: null },
        nearest: expect.arrayContaining([expect.stringContaining('Security')]) as string[],
      },
      {
        ...{ kind: 'service', name: 'Coffee', subjects: 1, acrUsd: 900, paidSeats: null },
        nearest: [],
      },
      {
        ...{ kind: 'service', name: 'Key Valt', subjects: 1, acrUsd: 6.5, paidSeats: null },
        nearest: ['Key Vault'],
      },
    ])
    expect(review?.treatedNames).toEqual([])
  })

  it('tells of a treated name as what it is treated as', () => {
    const bench = setUp()
    const { workspace, clock } = bench.context
    treatName(workspace, clock, { kind: 'service', name: 'Key Valt', treatAs: 'Key Vault' })
    const { review } = checkFiles(
      bench.context,
      bench.request([file(line('2023-11', 1, 'Ada', 'Key Valt', '2'))]),
    )
    expect(review?.unknownNames).toEqual([])
    expect(review?.treatedNames).toMatchObject([
      { kind: 'service', name: 'Key Valt', treatAs: 'Key Vault', subjects: 1, acrUsd: 2 },
    ])
  })

  it('tells which customers are called otherwise, once, from the name before the import', () => {
    const bench = setUp()
    bench.store([
      file(line('2023-10', 1, 'Ada', 'Sentinel', '1'), line('2023-10', 2, 'Bo', 'Sentinel', '1')),
    ])
    const { review } = checkFiles(
      bench.context,
      bench.request([
        file(
          line('2023-10', 1, 'Ada B', 'Sentinel', '1'),
          line('2023-10', 2, 'Bo', 'Sentinel', '2'),
        ),
        file(
          line('2023-11', 1, 'Ada C', 'Sentinel', '1'),
          line('2023-11', 9, 'New', 'Sentinel', '1'),
        ),
      ]),
    )
    expect(review?.renamed).toEqual({
      count: 1,
      customers: [{ id: tenant(1), from: 'Ada', to: 'Ada C' }],
    })
  })

  it('tells which of the 24 and 13 months of a full comparison are there before and after', () => {
    const bench = setUp()
    bench.store([
      azure([
        ['2022-01', '1'],
        ['2023-10', '1'],
      ]),
    ])
    const { review } = checkFiles(bench.context, bench.request([azure([['2023-11', '1']]), seats]))
    const [azureMonths, seatMonths] = review?.coverage ?? []
    expect([azureMonths?.months.length, seatMonths?.months.length]).toEqual([24, 13])
    expect(azureMonths?.months.at(0)).toEqual({ month: '2021-12', before: false, after: false })
    expect(azureMonths?.months.filter(({ after }) => after)).toEqual([
      { month: '2022-01', before: true, after: true },
      { month: '2023-10', before: true, after: true },
      { month: '2023-11', before: false, after: true },
    ])
    expect(seatMonths?.months.filter(({ after }) => after)).toEqual([
      { month: '2023-11', before: false, after: true },
    ])
  })

  it('has the score before and after as the workspace itself gives it, and stores nothing', () => {
    const bench = setUp()
    const { workspace, clock } = bench.context
    const { profileId } = bench.request([])
    const scoreNow = () => {
      const { asOf, total, totalShown, max, attained } = new Scores(workspace, clock).score({
        profileId,
      })
      return { asOf, total, totalShown, max, attained }
    }
    const first = checkFiles(bench.context, bench.request([azure([['2023-10', '1']])])).review
    expect(first?.score.before).toBeNull()
    bench.store([azure([['2023-10', '1']])])
    const before = scoreNow()
    expect(first?.score.after).toEqual(before)
    const contents = [
      azure([
        ['2023-10', '2'],
        ['2023-11', '9000'],
      ]),
      trainings,
    ]
    const { review } = checkFiles(bench.context, bench.request(contents))
    expect(review?.score.before).toEqual(before)
    expect(scoreNow()).toEqual(before)
    const stored = bench.store(contents)
    expect(stored.review?.score).toEqual(review?.score)
    expect(stored.review?.score.after).toEqual(scoreNow())
    expect(review?.score.after?.asOf).toBe(
      defaultScoreDateText(workspace.profileState(profileId).newestMonth, clock.today()),
    )
  })

  it('is none where nothing is to be stored', () => {
    const bench = setUp()
    const content = azure([['2023-10', '1']])
    bench.store([content])
    expect(checkFiles(bench.context, bench.request([content])).review).toBeNull()
    const bad = content.replace('2023-10', 'soon')
    expect(checkFiles(bench.context, bench.request([bad, seats])).review).toBeNull()
  })
})
