import { describe, expect, it } from 'vitest'
import type { Bridge } from './api'
import { eventChannels, dropChannel } from './channels'
import { contract, type ProcedureName } from './contract'
import { errorCodes } from './errors'
import { scoreQuery } from './queries'
import { defaultSettings } from './default-settings'

const names = Object.keys(contract) as ProcedureName[]
const inDomain = (domain: string) =>
  names.flatMap((name) => {
    const [first, method] = name.split('.')
    return first === domain && method !== undefined ? [method] : []
  })

describe('the contract table', () => {
  it('names every procedure by domain and method', () => {
    for (const name of names) expect(name).toMatch(/^[a-z]+\.[a-z]+$/)
  })

  it('names only errors that exist, each once', () => {
    for (const name of names) {
      const errors: readonly string[] = contract[name].errors
      for (const code of errors) expect(errorCodes).toHaveProperty(code)
      expect(new Set(errors).size).toBe(errors.length)
    }
  })

  it('says of every procedure with a profile that it may be gone', () => {
    const takers = names.filter((name) => {
      const { input } = contract[name]
      return input.safeParse({}).error?.issues.some(({ path }) => path[0] === 'profileId')
    })
    expect(takers.length).toBeGreaterThan(20)
    for (const name of takers) expect(contract[name].errors).toContain('profile-not-found')
  })

  it('lets the reader do no job, for a job is long and would keep screens waiting', () => {
    const jobs = names.filter((name) => contract[name].job)
    expect(jobs).toEqual([
      ...['imports.check', 'imports.commit', 'imports.rejects'],
      ...['sample.create', 'reports.export', 'data.export'],
      ...['workspace.backup', 'workspace.verify'],
    ])
    for (const name of jobs) expect(contract[name].runs).not.toBe('reader')
  })

  it('has no channel in common with events and dropped files', () => {
    const others = [...Object.values(eventChannels), dropChannel]
    expect(new Set([...names, ...others]).size).toBe(names.length + others.length)
  })

  it('takes settings in part and gives back all of them', () => {
    expect(contract['settings.set'].input.parse({})).toEqual({})
    expect(contract['settings.set'].output.parse(defaultSettings)).toEqual(defaultSettings)
    expect(contract['settings.set'].output.safeParse({ firm: '' }).success).toBe(false)
  })

  it('takes two dates for changes and a limit that can be listed', () => {
    const dates = { profileId: 1, from: '2023-11-15', to: '2023-12-15' }
    const { input } = contract['score.changes']
    for (const more of [{}, { limit: 1 }, { limit: 200 }, { readings: { seatScope: 'tenant' } }])
      expect(input.safeParse({ ...dates, ...more }).success).toBe(true)
    for (const more of [
      { limit: 0 },
      { limit: 201 },
      { asOf: '2023-12-15' },
      { from: '2023-13-01' },
    ])
      expect(input.safeParse({ ...dates, ...more }).success).toBe(false)
  })

  it('takes a score query with the partner alone, and refuses what it does not know', () => {
    expect(scoreQuery.safeParse({ profileId: 1 }).success).toBe(true)
    for (const more of [{ asOf: '2023-02-30' }, { readings: { mood: 'good' } }, { limit: 5 }])
      expect(scoreQuery.safeParse({ profileId: 1, ...more }).success).toBe(false)
  })
})

/** The methods of each domain of the bridge; a missing or surplus one does not compile. */
const bridge = {
  app: { info: true, ping: true },
  files: { choose: true, describe: true },
  profiles: { list: true, add: true, remove: true },
  portfolio: { list: true },
  score: {
    ...{ get: true, metric: true, trend: true, changes: true, plan: true },
    ...{ explanation: true, omissions: true, rows: true, forecast: true, alerts: true },
  },
  scenarios: {
    list: true,
    choices: true,
    compare: true,
    create: true,
    change: true,
    duplicate: true,
    remove: true,
  },
  imports: {
    ...{ list: true, check: true, commit: true, inspect: true, rejects: true },
    ...{ history: true, withdraw: true, restore: true, erase: true },
  },
  layouts: { list: true, remove: true, export: true, import: true },
  locations: { list: true },
  names: { list: true, treat: true, forget: true },
  sample: { create: true },
  reports: {
    model: true,
    printing: true,
    export: true,
    history: true,
    branding: true,
    brand: true,
  },
  editions: {
    list: true,
    get: true,
    compare: true,
    check: true,
    add: true,
    remove: true,
    choose: true,
  },
  data: { page: true, totals: true, facets: true, export: true },
  views: { list: true, create: true, change: true, remove: true, remember: true },
  plans: { get: true, set: true },
  edits: {
    ...{ steps: true, undo: true, redo: true, row: true, names: true },
    ...{ add: true, change: true, rename: true, partner: true, anniversary: true },
  },
  actions: { list: true, create: true, change: true, remove: true },
  notes: { list: true, create: true, change: true, remove: true },
  snapshots: { list: true, take: true, rename: true, remove: true },
  manual: { get: true, set: true, clear: true },
  search: { find: true },
  workspace: { state: true, audit: true, backup: true, verify: true },
  settings: { get: true, set: true },
  jobs: { cancel: true },
} as const satisfies {
  [D in Exclude<keyof Bridge, 'events' | 'drops'>]: Record<keyof Bridge[D], true>
}

describe('the bridge', () => {
  it('has a function for every procedure of the contract, and no other', () => {
    const domains = [...new Set(names.map((name) => name.split('.')[0] ?? ''))]
    expect(Object.keys(bridge).toSorted()).toEqual(domains.toSorted())
    for (const [domain, methods] of Object.entries(bridge))
      expect(Object.keys(methods).toSorted()).toEqual(inDomain(domain).toSorted())
  })
})
