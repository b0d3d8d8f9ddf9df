import { describe, expect, it } from 'vitest'
import { samplePartners, type PartnerPlan } from './partners'
import { azureTable, seatsTable, toCsv, trainingsTable, type SampleTable } from './tables'

const partner: PartnerPlan = {
  name: 'Acme',
  mpnId: '77',
  mailDomain: 'acme.example',
  customers: [
    {
      name: 'Hale & Co',
      azure: [1_000, 0],
      seats: { workload: 'Intune', previous: [10, 4], current: [40, 5] },
    },
    { name: 'Seatless', azure: [0, 100.01] },
  ],
  people: [
    { name: 'Ines Okafor', titles: ['Microsoft Certified: Azure Security Engineer Associate'] },
    { name: 'Edith Varga', titles: ['Microsoft Certified: Fox'], expired: true },
  ],
}

/** The rows of a table by column. */
function records(table: SampleTable): Record<string, string>[] {
  return table.rows.map((row) =>
    Object.fromEntries(table.header.map((column, index) => [column, row[index] ?? ''])),
  )
}

describe('the Azure usage of an invented partner', () => {
  const rows = records(azureTable(partner))
  const counting = rows.filter(
    (row) =>
      row['ServiceLevel2'] !== 'Virtual Machines' &&
      row['PartnerAttributionType'] === 'Partner Admin Link' &&
      row['IsACRDuplicateAtPGALevel'] === '0',
  )
  const cents = (customer: string, from: string, to: string) =>
    counting
      .filter((row) => row['CustomerName'] === customer)
      .filter(({ Month = '' }) => Month >= from && Month <= to)
      .reduce((sum, row) => sum + Math.round(Number(row['ACR_USD']) * 100), 0)

  it('adds up to the plan over each of its two years, to the cent, and to less in the year before', () => {
    expect(cents('Hale & Co', '2021-12-01', '2022-11-01')).toBe(100_000)
    expect(cents('Hale & Co', '2022-12-01', '2023-11-01')).toBe(0)
    expect(cents('Seatless', '2022-12-01', '2023-11-01')).toBe(10_001)
    expect(cents('Seatless', '2021-12-01', '2022-11-01')).toBe(0)
    expect(cents('Hale & Co', '2020-12-01', '2021-11-01')).toBe(72_000)
  })

  it('has beside what counts a foreign service, a foreign association and a duplicate each month', () => {
    const [service, association, duplicate] = [
      rows.filter((row) => row['ServiceLevel2'] === 'Virtual Machines'),
      rows.filter((row) => row['PartnerAttributionType'] === 'CSP Tier 1'),
      rows.filter((row) => row['IsACRDuplicateAtPGALevel'] === '1'),
    ].map(({ length }) => length)
    expect([service, association, duplicate]).toEqual([36, 36, 36])
    expect(counting).toHaveLength(108)
  })
})

describe('the seats of an invented partner', () => {
  it('go in straight lines over two years through the plan of a year ago to that of now', () => {
    const rows = records(seatsTable(partner))
    expect(rows).toHaveLength(25)
    const at = (index: number) =>
      [rows.at(index)].map((row) => [
        row?.['Date'],
        row?.['PaidAvailableUnits'],
        row?.['MonthlyActiveUsers'],
      ])
    expect([...at(0), ...at(12), ...at(18), ...at(-1)]).toEqual([
      ['2021-11-01', '7', '3'],
      ['2022-11-01', '10', '4'],
      ['2023-05-01', '25', '5'],
      ['2023-11-01', '40', '5'],
    ])
  })
})

describe('the trainings of an invented partner', () => {
  it('are the certifications of its people and one course each', () => {
    const rows = records(trainingsTable(partner))
    expect(
      rows.map((row) => [
        row['CorpEmail'],
        row['TrainingType'],
        row['TrainingCompletionDate'],
        row['ExpirationDate'],
      ]),
    ).toEqual([
      ['ines.okafor@acme.example', 'Certification', '2023-01-14', '2024-01-14'],
      ['ines.okafor@acme.example', 'Learning Path', '2023-01-14', ''],
      ['edith.varga@acme.example', 'Certification', '2022-02-14', '2023-02-14'],
      ['edith.varga@acme.example', 'Learning Path', '2022-02-14', ''],
    ])
    expect(new Set(rows.map((row) => row['TrainingActivityId'])).size).toBe(rows.length)
  })
})

describe('a table as CSV', () => {
  it('ends every line with CRLF and quotes only what needs it', () => {
    const table = {
      header: ['a', 'b'],
      rows: [
        ['1,5', 'say "x"'],
        ['plain', 'two\nlines'],
      ],
    }
    expect(toCsv(table)).toBe('a,b\r\n"1,5","say ""x"""\r\nplain,"two\nlines"\r\n')
  })

  it('has as many cells in every row as in its header', () => {
    for (const table of [azureTable, seatsTable, trainingsTable]) {
      const { header, rows } = table(samplePartners[0] ?? partner)
      expect(rows.length).toBeGreaterThan(0)
      expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([header.length]))
    }
  })
})
