import { monthOf } from '../../../shared/calendar'
import type { TreatedName } from '../../../shared/names'
import type { Profile } from '../../../shared/profiles'
import type { Facts } from '../../scoring/facts'
import type { StoredPartner } from '../../scoring/stored-usage'
import { seventy } from '../../scoring/testing/score-facts'
import { storedPartner } from '../../scoring/testing/stored-facts'
import type { TypedTotals } from '../edits/ports'
import type { ProfileState, ReadableWorkspace, StoredEdition } from '../ports'

/** What a shelf keeps of one partner. */
export interface Partner {
  facts: Facts
  revision: number
  readonly state: ProfileState
}

const unasked = (): never => {
  throw new Error('Scores have no use for this.')
}

/** Partners in memory, and whose facts were read in which order. */
export class Shelf implements ReadableWorkspace {
  readonly path = 'memory'
  readonly read: number[] = []
  readonly partners = new Map<number, Partner>()
  readonly hasFile = unasked
  readonly setting = unasked
  readonly verify = unasked
  readonly close = unasked
  readonly files = unasked
  readonly profileByName = unasked
  readonly added: StoredEdition[] = []
  readonly chosen = new Map<number, string>()
  readonly treated: TreatedName[] = []

  add(id: number, content = seventy().build(), state: Partial<ProfileState> = {}): this {
    const newestMonth = monthOf(2023, 11)
    this.partners.set(id, {
      facts: content,
      revision: 1,
      state: { newestMonth, files: 3, tenants: 9, people: 6, ...state },
    })
    return this
  }

  partner(id: number): Partner {
    const partner = this.partners.get(id)
    if (!partner) throw new RangeError(`No partner ${String(id)}.`)
    return partner
  }

  treatedNames(): readonly TreatedName[] {
    return this.treated
  }

  readonly changedRows = unasked
  readonly typed = new Map<number, TypedTotals>()
  readonly anniversaries = new Map<number, number>()

  manualTotals(id: number): TypedTotals | undefined {
    return this.typed.get(id)
  }

  editions(): readonly StoredEdition[] {
    return this.added
  }

  chosenEditions(): ReadonlyMap<number, string> {
    return this.chosen
  }

  profiles(): Profile[] {
    return [...this.partners.keys()].flatMap((id) => this.profileById(id) ?? [])
  }

  profileById(id: number): Profile | undefined {
    const createdAt = '2023-12-15T08:00:00.000Z'
    const anniversary = this.anniversaries.get(id)
    const enrolled = anniversary === undefined ? {} : { anniversary }
    return this.partners.has(id)
      ? {
          id,
          name: `Partner ${String(id)}`,
          mpnId: null,
          colour: 0,
          sample: false,
          createdAt,
          ...enrolled,
        }
      : undefined
  }

  profileState(id: number): ProfileState {
    return this.partner(id).state
  }

  facts(id: number): Facts {
    this.read.push(id)
    return this.partner(id).facts
  }

  stored<T>(id: number, work: (partner: StoredPartner) => T): T {
    return work(storedPartner(this.facts(id)))
  }

  revision(id: number): number {
    return this.partner(id).revision
  }
}
