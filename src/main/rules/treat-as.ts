import type { NameKind } from '../../shared/names'
import type { Edition } from './edition-schema'
import { foldName, type NamedEntry } from './names'

/** One name of the files that stands for a name of the editions, because the consultant says so. */
export interface NameTreatment {
  readonly kind: NameKind
  readonly name: string
  readonly treatAs: string
}

/** An edition whose lists know names that were given to it, and which they are. */
interface TreatingEdition extends Edition {
  readonly treated: readonly NameTreatment[]
}

/**
 * An edition that takes each name for the one it is treated as: one more spelling of that entry. What
 * the edition knows by itself stays what it is, and a name that it does not have helps nobody; where
 * nothing applies the edition itself comes back.
 */
export function treating(edition: Edition, treatments: readonly NameTreatment[]): Edition {
  const applied = treatments.filter(({ kind, name, treatAs }) =>
    listsOf(edition)[kind].some((list) => knows(list, treatAs) && !knows(list, name)),
  )
  if (applied.length === 0) return edition
  const { azure, m365 } = edition
  const give = <E extends NamedEntry>(kind: NameKind, entries: readonly E[], rest: List = []) =>
    withSpellings(entries, [...entries, ...rest], namesOf(applied, kind))
  const associations = <A extends Associations>(lists: A): A => ({
    ...lists,
    counting: give('association', lists.counting, lists.other),
    other: give('association', lists.other, lists.counting),
  })
  const treatingEdition: TreatingEdition = {
    ...edition,
    certifications: withSpellings(
      edition.certifications,
      listsOf(edition).certification.flat(),
      namesOf(applied, 'certification'),
      ({ id, name }) => [id, name],
    ),
    azure: {
      ...azure,
      services: give('service', azure.services),
      offers: {
        counting: give('offer', azure.offers.counting, azure.offers.excluded),
        excluded: give('offer', azure.offers.excluded, azure.offers.counting),
      },
      associations: associations(azure.associations),
    },
    m365: {
      ...m365,
      workloads: give('workload', m365.workloads),
      associations: associations(m365.associations),
    },
    treated: applied,
  }
  return treatingEdition
}

/** The treatments that an edition from {@link treating} applies; none for any other. */
export function treatmentsIn(edition: Edition): readonly NameTreatment[] {
  return 'treated' in edition ? (edition as TreatingEdition).treated : []
}

type List = readonly NamedEntry[]
type Associations = Edition['azure']['associations']

/** The lists in which a kind of name is looked up; Azure and Microsoft 365 have their own associations. */
export function listsOf({
  azure,
  m365,
  certifications,
}: Edition): Readonly<Record<NameKind, readonly List[]>> {
  return {
    service: [azure.services],
    workload: [m365.workloads],
    offer: [[...azure.offers.counting, ...azure.offers.excluded]],
    association: [azure, m365].map(({ associations: { counting, other } }) => [
      ...counting,
      ...other,
    ]),
    certification: [
      certifications.map(({ id, name, aliases }) => ({ name, aliases: [id, ...aliases] })),
    ],
  }
}

/** True when some spelling of the list is this name. */
export function knows(list: List, name: string): boolean {
  const folded = foldName(name)
  return list.some((entry) => spellingsOf(entry).includes(folded))
}

function spellingsOf({ name, aliases }: NamedEntry): string[] {
  return [name, ...aliases].map(foldName)
}

function namesOf(treatments: readonly NameTreatment[], kind: NameKind): readonly NameTreatment[] {
  return treatments.filter((each) => each.kind === kind)
}

/** Entries with the names that stand for them; one that `known` has already stands for nothing new. */
function withSpellings<E extends NamedEntry>(
  entries: readonly E[],
  known: List,
  treatments: readonly NameTreatment[],
  alsoNamed: (entry: E) => readonly string[] = () => [],
): E[] {
  return entries.map((entry) => {
    const own = [...spellingsOf(entry), ...alsoNamed(entry).map(foldName)]
    const added = treatments.filter(
      ({ name, treatAs }) => own.includes(foldName(treatAs)) && !knows(known, name),
    )
    if (added.length === 0) return entry
    return { ...entry, aliases: [...entry.aliases, ...added.map(({ name }) => name)] }
  })
}
