import { describe, expect, it } from 'vitest'
import { monthOf, parseDay } from '../../shared/calendar'
import { SeventyError } from '../../shared/errors'
import type { Profile } from '../../shared/profiles'
import type { Clock, WritableWorkspace } from './ports'
import {
  addProfile,
  listProfiles,
  removeProfile,
  requireProfile,
  requireProfileNamed,
} from './profiles'

const AT = '2023-12-15T08:00:00.000Z'
const clock: Clock = { today: () => parseDay('2023-12-15') ?? NaN, now: () => AT }

const unasked = (): never => {
  throw new Error('Profiles have no use for this.')
}

type Entry = Parameters<WritableWorkspace['audit']>[0]

/** Profiles in memory; changes outside a transaction are refused, as the store does. */
class Drawer implements WritableWorkspace {
  readonly manualTotals = () => undefined
  readonly changedRows = unasked
  readonly path = 'memory'
  readonly hasFile = unasked
  readonly setting = unasked
  readonly setSetting = unasked
  readonly verify = unasked
  readonly close = unasked
  readonly files = unasked
  readonly facts = unasked
  readonly stored = unasked
  readonly revision = unasked
  readonly beginImport = unasked
  readonly editions = unasked
  readonly chosenEditions = unasked
  readonly treatedNames = unasked
  readonly addTreatedName = unasked
  readonly removeTreatedName = unasked
  readonly addEdition = unasked
  readonly removeEdition = unasked
  readonly chooseEdition = unasked
  readonly kept: Profile[] = []
  readonly audited: Entry[] = []
  private open = false

  constructor(...names: readonly string[]) {
    for (const name of names)
      this.transaction(() => this.addProfile({ name, mpnId: null, sample: false }, AT))
  }

  transaction<T>(work: () => T): T {
    this.open = true
    try {
      return work()
    } finally {
      this.open = false
    }
  }

  profiles(): Profile[] {
    return this.kept
  }

  profileById(id: number): Profile | undefined {
    return this.kept.find((each) => each.id === id)
  }

  profileByName(name: string): Profile | undefined {
    return this.kept.find((each) => each.name.toLowerCase() === name.toLowerCase())
  }

  profileState(id: number) {
    return { newestMonth: id === 1 ? monthOf(2023, 9) : null, files: id, tenants: 7, people: 5 }
  }

  addProfile(profile: Parameters<WritableWorkspace['addProfile']>[0], createdAt: string): Profile {
    this.writing()
    if (this.profileByName(profile.name)) throw new SeventyError('profile-exists', 'Twice.')
    const added = { ...profile, id: this.kept.length + 1, colour: 0, createdAt }
    this.kept.push(added)
    return added
  }

  removeProfile(id: number): void {
    this.writing()
    this.kept.splice(
      this.kept.findIndex((each) => each.id === id),
      1,
    )
  }

  audit(entry: Entry): void {
    this.writing()
    this.audited.push(entry)
  }

  private writing(): void {
    if (!this.open) throw new Error('Changed outside a transaction.')
  }
}

describe('adding a profile', () => {
  it('trims its name, takes an empty id as none, and is on record', () => {
    const drawer = new Drawer()
    const added = addProfile(drawer, clock, { name: '  Acme  ', mpnId: '' })
    expect(added).toEqual({
      id: 1,
      name: 'Acme',
      mpnId: null,
      colour: 0,
      sample: false,
      createdAt: AT,
    })
    expect(drawer.audited).toEqual([
      { at: AT, action: 'profile-added', subject: 'Acme', details: { id: 1 } },
    ])
  })

  it('keeps id and mark of a sample', () => {
    const added = addProfile(new Drawer(), clock, { name: 'Acme', mpnId: '77', sample: true })
    expect(added).toMatchObject({ mpnId: '77', sample: true })
  })

  it.each(['', '   ', 'x'.repeat(121)])('is refused with the name "%s"', (name) => {
    const drawer = new Drawer()
    expect(() => addProfile(drawer, clock, { name, mpnId: null })).toThrow(
      expect.objectContaining({ code: 'profile-name-invalid', details: { name } }),
    )
    expect([drawer.kept, drawer.audited]).toEqual([[], []])
  })

  it('takes a name of 120 characters', () => {
    const name = 'x'.repeat(120)
    expect(addProfile(new Drawer(), clock, { name, mpnId: null }).name).toBe(name)
  })

  it('is not on record when the store refuses it', () => {
    const drawer = new Drawer('Acme')
    expect(() => addProfile(drawer, clock, { name: 'ACME', mpnId: null })).toThrow('Twice.')
    expect(drawer.audited).toEqual([])
  })
})

describe('removing a profile', () => {
  it('takes it out, and is on record under its name', () => {
    const drawer = new Drawer('Acme', 'Zeta')
    removeProfile(drawer, clock, 1)
    expect(drawer.kept.map(({ name }) => name)).toEqual(['Zeta'])
    expect(drawer.audited).toEqual([
      { at: AT, action: 'profile-removed', subject: 'Acme', details: { id: 1 } },
    ])
  })

  it('is refused for one that is not there', () => {
    const drawer = new Drawer('Acme')
    expect(() => {
      removeProfile(drawer, clock, 2)
    }).toThrow(expect.objectContaining({ code: 'profile-not-found' }))
    expect([drawer.kept.length, drawer.audited]).toEqual([1, []])
  })
})

describe('a profile that is asked for', () => {
  it('is found by id, and by name whatever its case', () => {
    const drawer = new Drawer('Acme')
    expect(requireProfile(drawer, 1).name).toBe('Acme')
    expect(requireProfileNamed(drawer, 'aCME').name).toBe('Acme')
  })

  it('is missed by its id', () => {
    expect(() => requireProfile(new Drawer(), 3)).toThrow(
      expect.objectContaining({ code: 'profile-not-found', details: { profileId: 3 } }),
    )
  })

  it.each([
    [new Drawer('Acme', 'Zeta'), 'Known: Acme, Zeta.', ['Acme', 'Zeta']],
    [new Drawer(), 'The workspace has none yet.', []],
  ])('is missed by its name, with those that exist', (drawer, hint, known) => {
    expect(() => requireProfileNamed(drawer, 'Apex')).toThrow(
      expect.objectContaining({
        code: 'profile-not-found',
        message: `There is no partner profile named "Apex". ${hint} Add it with: profile add --name "Apex"`,
        details: { profile: 'Apex', known },
      }),
    )
  })
})

describe('the list of profiles', () => {
  it('holds the state of their data and their score date', () => {
    const state = (name: string) => ({ name, tenants: 7, people: 5, sample: false, createdAt: AT })
    expect(listProfiles(new Drawer('Acme', 'Zeta'), clock)).toEqual([
      {
        ...state('Acme'),
        ...{ id: 1, mpnId: null, colour: 0, files: 1 },
        newestMonth: '2023-09',
        scoreDate: '2023-10-01',
      },
      {
        ...state('Zeta'),
        ...{ id: 2, mpnId: null, colour: 0, files: 2 },
        newestMonth: null,
        scoreDate: '2023-12-15',
      },
    ])
  })
})
