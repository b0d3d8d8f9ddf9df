import { describe, expect, it } from 'vitest'
import {
  AT,
  account,
  addProfile,
  azureBatch,
  azureLines,
  hashOf,
  importFiles,
  month,
  seatBatch,
  seatLines,
  temporaryWorkspace,
  type AzureRow,
} from '../test-support'

function workspaceWithProfile() {
  const { store } = temporaryWorkspace()
  return { store, profile: addProfile(store) }
}

function usage(months: readonly string[], microUsd: number, location = '1001'): AzureRow[] {
  return months.map((each, index) => ({ month: each, tenant: index + 1, microUsd, location }))
}

function amounts(lines: readonly string[]): unknown[] {
  return lines.map((line) => (JSON.parse(line) as unknown[]).at(-1))
}

describe('importing in mode replace', () => {
  it('replaces the months that it covers, keeps the others, and says which', () => {
    const { store, profile } = workspaceWithProfile()
    importFiles(store, profile, [{ name: 'old', azure: usage(['2023-09', '2023-10'], 1) }])
    const replaced = importFiles(store, profile, [
      { name: 'new', azure: usage(['2023-10', '2023-11'], 5) },
    ])
    expect(replaced).toEqual([[month('2023-10')]])
    expect(amounts(azureLines(store, profile))).toEqual([1, 5, 5])
    expect(store.facts(profile).azure.months).toEqual(['2023-09', '2023-10', '2023-11'].map(month))
    expect(store.files(profile).map(({ name, months }) => ({ name, months }))).toEqual([
      { name: 'new', months: ['2023-10', '2023-11'] },
      { name: 'old', months: ['2023-09'] },
    ])
  })

  it('leaves other locations, other datasets and other profiles alone', () => {
    const { store, profile } = workspaceWithProfile()
    const other = addProfile(store, 'Other')
    importFiles(store, other, [{ name: 'other', azure: usage(['2023-10'], 9) }])
    importFiles(store, profile, [
      { name: 'a', azure: usage(['2023-10'], 1, '1001') },
      { name: 'b', azure: usage(['2023-10'], 2, '1002') },
      { name: 'c', seats: [{ month: '2023-10', tenant: 1, paid: 30, active: 3 }] },
    ])
    expect(
      importFiles(store, profile, [{ name: 'd', azure: usage(['2023-10'], 4, '1002') }]),
    ).toEqual([[month('2023-10')]])
    expect(amounts(azureLines(store, profile))).toEqual([5])
    expect(amounts(seatLines(store, profile))).toEqual([3])
    expect(amounts(azureLines(store, other))).toEqual([9])
  })

  it('never replaces within one import: a file split in two gives the same facts as the whole', () => {
    const rows = [...usage(['2023-09', '2023-10'], 1), ...usage(['2023-09', '2023-10'], 7)]
    const whole = workspaceWithProfile()
    importFiles(whole.store, whole.profile, [{ name: 'whole', azure: rows }])
    const split = workspaceWithProfile()
    importFiles(split.store, split.profile, [
      { name: 'first', azure: rows.slice(0, 1) },
      { name: 'second', azure: rows.slice(1) },
    ])
    expect(azureLines(split.store, split.profile)).toEqual(azureLines(whole.store, whole.profile))
    expect(split.store.files(split.profile).map(({ name }) => name)).toEqual(['first', 'second'])
  })

  it('replaces all files of an earlier import that cover a place', () => {
    const { store, profile } = workspaceWithProfile()
    importFiles(store, profile, [
      { name: 'first', azure: usage(['2023-09'], 1) },
      { name: 'second', azure: usage(['2023-09'], 2) },
    ])
    importFiles(store, profile, [{ name: 'third', azure: usage(['2023-09'], 4) }])
    expect(amounts(azureLines(store, profile))).toEqual([4])
  })

  it('replaces the certifications of a location as a whole', () => {
    const { store, profile } = workspaceWithProfile()
    const row = {
      line: 2,
      personName: '',
      trainingType: null,
      completed: 1,
      expires: null,
      activation: null,
    }
    const held = (person: string, location: string) => ({
      ...row,
      person,
      title: 'SC-100',
      location,
    })
    importFiles(store, profile, [
      { name: 'old', certifications: [held('a', '1'), held('b', '1'), held('c', '2')] },
    ])
    expect(
      importFiles(store, profile, [{ name: 'new', certifications: [held('b', '1')] }]),
    ).toEqual([[]])
    expect(store.facts(profile).certifications.rows.map(({ person }) => person)).toEqual(['c', 'b'])
    expect(store.profileState(profile).people).toBe(2)
  })

  it('lets a file come back whose months were all replaced, and not before', () => {
    const { store, profile } = workspaceWithProfile()
    const old = { name: 'old', azure: usage(['2023-09', '2023-10'], 1) }
    importFiles(store, profile, [old])
    importFiles(store, profile, [{ name: 'newer', azure: usage(['2023-09'], 2) }])
    expect(store.hasFile(profile, hashOf('old'))).toBe(true)
    importFiles(store, profile, [{ name: 'newest', azure: usage(['2023-10'], 3) }])
    expect(store.hasFile(profile, hashOf('old'))).toBe(false)
    importFiles(store, profile, [old])
    expect(store.hasFile(profile, hashOf('old'))).toBe(true)
    expect(store.hasFile(profile, hashOf('newer'))).toBe(false)
    expect(amounts(azureLines(store, profile))).toEqual([1, 1])
  })
})

describe('importing in mode append', () => {
  it('adds to what is there', () => {
    const { store, profile } = workspaceWithProfile()
    importFiles(store, profile, [{ name: 'a', azure: usage(['2023-09'], 1) }])
    expect(
      importFiles(store, profile, [{ name: 'b', azure: usage(['2023-09'], 5) }], 'append'),
    ).toEqual([[]])
    expect(amounts(azureLines(store, profile))).toEqual([6])
  })

  it('keeps the row with the most paid seats, on a tie the most active ones', () => {
    const { store, profile } = workspaceWithProfile()
    const seats = (paid: number, active: number) => [{ month: '2023-09', tenant: 1, paid, active }]
    importFiles(store, profile, [
      { name: 'a', seats: [...seats(30, 9), ...seats(30, 11), ...seats(29, 29)] },
    ])
    expect(
      seatLines(store, profile).map((line) => (JSON.parse(line) as unknown[]).slice(-2)),
    ).toEqual([[30, 11]])
    importFiles(store, profile, [{ name: 'b', seats: seats(31, 2) }], 'append')
    expect(
      seatLines(store, profile).map((line) => (JSON.parse(line) as unknown[]).slice(-2)),
    ).toEqual([[31, 2]])
  })
})

describe('an import', () => {
  it('raises the revision of its profile alone', () => {
    const { store, profile } = workspaceWithProfile()
    const other = addProfile(store, 'Other')
    const before = [store.revision(profile), store.revision(other)]
    importFiles(store, profile, [{ name: 'a', azure: usage(['2023-09'], 1) }])
    expect(store.revision(profile)).toBeGreaterThan(before[0] ?? 0)
    expect(store.revision(other)).toBe(before[1])
  })

  it('leaves nothing when its transaction is taken back', () => {
    const { store, profile } = workspaceWithProfile()
    expect(() =>
      store.transaction(() => {
        const writer = store.beginImport(profile, 'replace', AT)
        const file = writer.beginFile({
          name: 'a',
          sha256: hashOf('a'),
          bytes: 1,
          dataset: 'azure-usage',
        })
        file.azure(...azureBatch(usage(['2023-09'], 1)))
        file.finish(account('azure-usage', 1))
        throw new Error('stop')
      }),
    ).toThrow('stop')
    expect(store.files(profile)).toEqual([])
    expect(store.profileState(profile)).toEqual({
      newestMonth: null,
      files: 0,
      tenants: 0,
      people: 0,
    })
    expect(store.verify().ok).toBe(true)
  })

  it('refuses amounts whose sum a double could not hold exactly', () => {
    const { store, profile } = workspaceWithProfile()
    const half = 2 ** 52
    const tooLarge = expect.objectContaining({ code: 'input-invalid' })
    expect(() => {
      importFiles(store, profile, [
        { name: 'a', azure: [...usage(['2023-09'], half), ...usage(['2023-09'], half)] },
      ])
    }).toThrow(tooLarge)
    importFiles(store, profile, [{ name: 'a', azure: usage(['2023-09'], -half) }])
    expect(() =>
      importFiles(store, profile, [{ name: 'b', azure: usage(['2023-10'], half) }]),
    ).toThrow(tooLarge)
    expect(amounts(azureLines(store, profile))).toEqual([-half])
  })

  it('refuses rows of another dataset and files that are written at the same time', () => {
    const { store, profile } = workspaceWithProfile()
    const file = { name: 'a', sha256: hashOf('a'), bytes: 1, dataset: 'azure-usage' } as const
    expect(() =>
      store.transaction(() => {
        const [batch, names] = seatBatch([{ month: '2023-09', tenant: 1, paid: 1, active: 1 }])
        store.beginImport(profile, 'replace', AT).beginFile(file).seats(batch, names)
      }),
    ).toThrow('another dataset')
    expect(() =>
      store.transaction(() => {
        const writer = store.beginImport(profile, 'replace', AT)
        writer.beginFile(file)
        writer.beginFile({ ...file, name: 'b' })
      }),
    ).toThrow('not finished')
  })

  it('counts files, tenants, people and the newest month', () => {
    const { store, profile } = workspaceWithProfile()
    importFiles(store, profile, [
      { name: 'a', azure: usage(['2023-09', '2023-11'], 1) },
      { name: 'b', seats: [{ month: '2023-10', tenant: 9, paid: 1, active: 1 }] },
    ])
    expect(store.profileState(profile)).toEqual({
      newestMonth: month('2023-11'),
      files: 2,
      tenants: 3,
      people: 0,
    })
  })
})
