import { describe, expect, it } from 'vitest'
import { changesOf, told, twoMonths } from './testing/change-facts'
import { facts, tenantId } from './testing/facts-builder'

describe('customers that a metric counts', () => {
  it('are gained in the current window, with what they had before and after', () => {
    const changes = changesOf(
      twoMonths().azure(
        { tenant: 'Aldermoor', month: '2023-11', usd: 99.5 },
        { tenant: 'Aldermoor', month: '2023-12', usd: 0.5 },
      ),
    )
    expect(told(changes, 'net-customer-adds')).toEqual([
      ['customer-gained', 'azure current Aldermoor', 2],
    ])
    expect(changes.causes[0]).toMatchObject({
      subject: { id: tenantId('Aldermoor'), name: 'Aldermoor' },
      unit: 'usd',
      before: 99.5,
      after: 100,
      threshold: 100,
      activeShare: null,
      effectShown: 2,
    })
  })

  it('are lost in the current window, and cost again once they stand in the one a year ago', () => {
    // December 2022 leaves the trailing year and comes into the one before it.
    const changes = changesOf(twoMonths().azure({ tenant: 'Brook', month: '2022-12', usd: 100 }))
    expect(told(changes, 'net-customer-adds')).toEqual([
      ['customer-lost', 'azure current Brook', -2],
      ['customer-gained', 'azure previous Brook', -2],
      ['floor', 'azure', 2],
    ])
    expect(changes.difference).toBe(-2.08)
  })

  it('are lost in the window a year ago, which gives points', () => {
    const changes = changesOf(
      twoMonths()
        .azure({ tenant: 'Cairn', month: '2021-12', usd: 100 })
        .azureYears('Dale', 100)
        .azureYears('Elm', 100),
    )
    expect(told(changes, 'net-customer-adds')).toEqual([
      ['customer-lost', 'azure previous Cairn', 2],
    ])
  })

  it('are deployments by seats in use, of which both numbers are told', () => {
    const changes = changesOf(
      twoMonths().seats(
        { tenant: 'Fern', month: '2023-11', paid: 30, active: 3 },
        { tenant: 'Fern', month: '2023-12', paid: 30, active: 6 },
      ),
    )
    expect(told(changes, 'deployments')).toEqual([
      ['customer-gained', 'm365 current Fern', 3.333333],
    ])
    expect(changes.causes[0]).toMatchObject({
      unit: 'seat',
      before: 30,
      after: 30,
      beforeActive: 3,
      afterActive: 6,
      threshold: 25,
      activeShare: 0.15,
      effectShown: 3.3,
    })
  })
})

describe('a customer by seats', () => {
  it('is told without its seats in use where none are asked for', () => {
    const changes = changesOf(
      twoMonths().seats({ tenant: 'Fern', month: '2023-12', paid: 30, active: 3 }),
    )
    expect(changes.causes[0]).toMatchObject({
      metric: 'net-customer-adds',
      beforeActive: null,
      afterActive: null,
    })
  })
})

describe('usage that a metric adds up', () => {
  it('grew or shrank tenant by tenant, in the window that it changed in', () => {
    const changes = changesOf(
      twoMonths().azure(
        { tenant: 'Gale', month: '2023-12', usd: 5_000 },
        { tenant: 'Holt', month: '2023-11', usd: 2_000 },
        { tenant: 'Holt', month: '2023-12', usd: -1_250 },
        { tenant: 'Isle', month: '2021-12', usd: 625 },
      ),
    )
    expect(told(changes, 'usage-growth')).toEqual([
      ['usage-grew', 'azure current Gale', 4],
      ['usage-shrank', 'azure current Holt', -1],
      ['usage-shrank', 'azure previous Isle', 0.5],
    ])
    expect(changes.causes.find(({ subject }) => subject?.name === 'Holt')).toMatchObject({
      unit: 'usd',
      before: 2_000,
      after: 750,
      threshold: null,
    })
  })

  it('is users in Microsoft 365', () => {
    const changes = changesOf(
      twoMonths().seats(
        { tenant: 'Juniper', month: '2023-11', paid: 9, active: 5 },
        { tenant: 'Juniper', month: '2023-12', paid: 9, active: 8 },
      ),
    )
    expect(changes.causes).toEqual([
      expect.objectContaining({ kind: 'usage-grew', unit: 'user', before: 5, after: 8 }),
    ])
    expect(changes.causes[0]?.effect).toBe(0.024)
  })

  it('leaves parts of a step over where only whole steps count', () => {
    const builder = twoMonths().azure({ tenant: 'Kestrel', month: '2023-12', usd: 2_000 })
    const changes = changesOf(builder, { readings: { growthSteps: 'whole' } })
    expect(told(changes, 'usage-growth')).toEqual([
      ['usage-grew', 'azure current Kestrel', 1.6],
      ['steps', 'azure', -0.6],
    ])
  })
})

describe('floors and caps', () => {
  it('are told where a stream that lost counts as 0, with the bound', () => {
    const changes = changesOf(twoMonths().azure({ tenant: 'Larch', month: '2023-12', usd: -1_250 }))
    expect(told(changes, 'usage-growth')).toEqual([
      ['usage-shrank', 'azure current Larch', -1],
      ['floor', 'azure', 1],
    ])
    expect(changes.causes[1]).toMatchObject({ unit: 'point', before: 0, after: 1, threshold: 0 })
    expect(changes.difference).toBe(0)
  })

  it('belong to the metric where streams are added up before they are cut', () => {
    const builder = twoMonths()
      .azure({ tenant: 'Larch', month: '2023-12', usd: -1_250 })
      .seats({ tenant: 'Larch', month: '2023-12', paid: 24, active: 20 })
    const changes = changesOf(builder, { readings: { streamFloor: 'sum' } })
    expect(told(changes, 'usage-growth')).toEqual([
      ['usage-shrank', 'azure current Larch', -1],
      ['floor', '', 0.84],
      ['usage-grew', 'm365 current Larch', 0.16],
    ])
  })

  it('take what is above the maximum, of a stream and of both', () => {
    const changes = changesOf(
      twoMonths()
        .azure({ tenant: 'Moor', month: '2023-12', usd: 26_250 })
        .seats({ tenant: 'Moor', month: '2023-12', paid: 500, active: 500 }),
    )
    expect(told(changes, 'usage-growth')).toEqual([
      ['usage-grew', 'azure current Moor', 21],
      ['usage-grew', 'm365 current Moor', 4],
      ['cap', '', -4],
      ['cap', 'azure', -1],
    ])
  })
})

describe('what was not imported on one of the dates', () => {
  it('is one cause of the metric, never a change from 0', () => {
    const changes = changesOf(facts().azureYears('Nettle', 125))
    expect(told(changes, 'net-customer-adds')).toEqual([['data', '', -2]])
    expect(changes.causes[0]).toMatchObject({ unit: 'point', before: 2, after: null })
    expect(changes).toMatchObject({ difference: null, differenceShown: null, to: { total: null } })
    expect(changes.metrics[0]).toEqual({
      id: 'net-customer-adds',
      before: 2,
      after: null,
      status: 'no-data',
      difference: null,
    })
  })

  it('is one cause of the window a year ago, where only that was not imported', () => {
    // What 2022-11 had is known from December on; for a score of November nobody can say.
    const builder = facts()
      .importedSeats('2023-10')
      .seatYears('Nettle', [25, 0], [25, 0])
      .seatYears('Orchard', [25, 0])
    const changes = changesOf(builder, { from: '2023-11-15', to: '2023-12-15' })
    expect(told(changes, 'net-customer-adds')).toEqual([
      ['customer-gained', 'm365 current Nettle', 2],
      ['customer-gained', 'm365 current Orchard', 2],
      ['data', 'm365 previous', -2],
    ])
    expect(changes.causes[2]).toMatchObject({ unit: 'point', before: null, after: -2 })
  })

  it('is one cause of that window as well where the later date lacks it', () => {
    // Only that one month of a year ago counts for seats, whatever lies around it.
    const builder = facts()
      .importedSeats('2023-10', '2022-10', '2023-11')
      .seats({ tenant: 'Nettle', month: '2022-10', paid: 25 })
    const changes = changesOf(builder, { from: '2023-11-15', to: '2023-12-15' })
    expect(told(changes, 'net-customer-adds')).toEqual([
      ['floor', 'm365', -2],
      ['data', 'm365 previous', 2],
    ])
    const data = changes.causes.find(({ kind }) => kind === 'data')
    expect(data).toMatchObject({ before: -2, after: null })
  })

  it('is none while any month of an Azure window is there, and none but those count', () => {
    const dates = { from: '2023-11-15', to: '2023-12-15' }
    const azure = (month: string) =>
      facts().importedAzure('2023-10', '2023-11').azure({ tenant: 'Nettle', month, usd: 100 })
    const inBoth = changesOf(azure('2022-10'), dates)
    expect(inBoth.causes).toEqual([])
    // November 2021 begins the window that the earlier date looks back on, and is none of the later.
    const inOne = changesOf(azure('2021-11'), dates)
    expect(told(inOne, 'net-customer-adds')).toContainEqual(['data', 'azure previous', 2])
  })

  it('is one cause of the stream where the other has data on both', () => {
    const changes = changesOf(
      facts()
        .fullHistory()
        .importedAzure('2023-12')
        .seatYears('Orchard', [25, 0])
        .azure({ tenant: 'Orchard', month: '2023-12', usd: 100 }),
    )
    expect(told(changes, 'net-customer-adds')).toEqual([
      ['customer-gained', 'azure current Orchard', 2],
      ['data', 'm365', -2],
    ])
  })
})
