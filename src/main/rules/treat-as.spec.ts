import { describe, expect, it } from 'vitest'
import type { NameKind } from '../../shared/names'
import { nameTable } from './names'
import { editionById, editions } from './registry'
import { knows, listsOf, treating, treatmentsIn } from './treat-as'

const edition = editionById('security-2023-12')
const first = (kind: NameKind) => listsOf(edition)[kind][0]?.[0]?.name ?? ''
const treatment = (kind: NameKind, treatAs = first(kind)) => ({
  kind,
  name: `${kind} of my own`,
  treatAs,
})

describe('an edition that treats names as others', () => {
  it.each(['service', 'workload', 'offer', 'association', 'certification'] as const)(
    'knows a %s by one more spelling of the entry it is treated as, and of no other',
    (kind) => {
      const given = treatment(kind)
      const made = treating(edition, [given])
      const before = listsOf(edition)[kind].flat()
      const changed = listsOf(made)
        [kind].flat()
        .filter((entry, place) => entry.aliases.length > (before[place]?.aliases.length ?? 0))
      expect(changed.length).toBeGreaterThan(0)
      for (const { name, aliases } of changed) {
        expect(name).toBe(given.treatAs)
        expect(aliases.at(-1)).toBe(given.name)
      }
      expect(treatmentsIn(made)).toEqual([given])
    },
  )

  it('takes an alias, an exam code or other case for the entry that they mean', () => {
    const [certification] = edition.certifications
    const made = treating(edition, [
      {
        kind: 'certification',
        name: 'Defence 900',
        treatAs: certification?.id.toLowerCase() ?? '',
      },
    ])
    expect(made.certifications[0]?.aliases).toContain('Defence 900')
  })

  it('leaves what it knows itself, and what it has no entry for, as they are', () => {
    const [one, other] = edition.azure.services
    expect(
      treating(edition, [
        { kind: 'service', name: one?.name ?? '', treatAs: other?.name ?? '' },
        { kind: 'service', name: 'My own', treatAs: 'Nobody knows this' },
      ]),
    ).toBe(edition)
    expect(treatmentsIn(edition)).toEqual([])
  })

  it('keeps every spelling unique, whatever stands for whatever, in every edition', () => {
    for (const each of editions()) {
      const made = treating(
        each,
        (['service', 'workload', 'offer', 'association', 'certification'] as const).flatMap(
          (kind) =>
            listsOf(each)
              [kind].flat()
              .map(({ name }) => treatment(kind, name))
              .slice(0, 1),
        ),
      )
      for (const list of Object.values(listsOf(made)).flat()) {
        const spellings = list.reduce((sum, { aliases }) => sum + 1 + aliases.length, 0)
        expect(nameTable(list).size).toBe(spellings)
      }
    }
  })
})

describe('knowing a name', () => {
  it('is to have some spelling of it, folded', () => {
    const list = [{ name: 'Key Vault', aliases: ['KV'] }]
    expect([' key  vault', 'kv', 'key'].map((name) => knows(list, name))).toEqual([
      true,
      true,
      false,
    ])
  })
})
