import { SeventyError } from '../../shared/errors'
import { nameKind, type NameKind, type TreatedName, type TreatedNames } from '../../shared/names'
import type { Edition } from '../rules/edition-schema'
import { foldName } from '../rules/names'
import { knows, listsOf } from '../rules/treat-as'
import { EditionShelf } from './edition-shelf'
import type { Clock, ReadableWorkspace, WritableWorkspace } from './ports'

/** Names that are treated as others, and by kind every name that some edition knows. */
export function listTreatedNames(workspace: ReadableWorkspace): TreatedNames {
  const editions = new EditionShelf(workspace).all()
  const known = (kind: NameKind) => {
    const names = editions.flatMap((edition) => listsOf(edition)[kind].flat())
    return [...new Set(names.map(({ name }) => name))].sort((one, other) =>
      one.localeCompare(other, 'en'),
    )
  }
  const byKind = nameKind.options.map((kind) => [kind, known(kind)] as const)
  return {
    treated: [...workspace.treatedNames()],
    known: Object.fromEntries(byKind) as TreatedNames['known'],
  }
}

/**
 * Lets a name that no edition knows count as one that some edition knows, for every partner. Scores
 * change at once. Throws `name-known` and `name-unknown`.
 */
export function treatName(
  workspace: WritableWorkspace,
  clock: Clock,
  wanted: { readonly kind: NameKind; readonly name: string; readonly treatAs: string },
): TreatedName {
  const editions = new EditionShelf(workspace).all()
  const { kind, name, treatAs } = wanted
  if (isKnown(editions, kind, name)) throw nameKnown(kind, name)
  if (!isKnown(editions, kind, treatAs)) throw nameUnknown(kind, treatAs)
  return workspace.transaction(() => {
    const treated = { kind, name, treatAs, addedAt: clock.now() }
    workspace.addTreatedName(treated)
    workspace.audit({
      at: treated.addedAt,
      action: 'name-treated-as',
      subject: name,
      details: { kind, treatAs },
    })
    return treated
  })
}

/** Takes that back. Throws `name-not-treated`. */
export function forgetName(
  workspace: WritableWorkspace,
  clock: Clock,
  { kind, name }: { readonly kind: NameKind; readonly name: string },
): TreatedName {
  return workspace.transaction(() => {
    const treated = workspace
      .treatedNames()
      .find((each) => each.kind === kind && foldName(each.name) === foldName(name))
    if (!treated || !workspace.removeTreatedName(kind, treated.name)) throw notTreated(kind, name)
    workspace.audit({
      at: clock.now(),
      action: 'name-forgotten',
      subject: treated.name,
      details: { kind, treatAs: treated.treatAs },
    })
    return treated
  })
}

function isKnown(editions: readonly Edition[], kind: NameKind, name: string): boolean {
  return editions.some((edition) => listsOf(edition)[kind].some((list) => knows(list, name)))
}

function nameKnown(kind: NameKind, name: string): SeventyError {
  return new SeventyError(
    'name-known',
    `"${name}" is a name that the rules know already, so it counts as itself. Only a name in no list can be treated as another.`,
    { kind, name },
  )
}

function nameUnknown(kind: NameKind, treatAs: string): SeventyError {
  return new SeventyError(
    'name-unknown',
    `No rule edition knows "${treatAs}". Choose one of the names that the rules list.`,
    { kind, treatAs },
  )
}

function notTreated(kind: NameKind, name: string): SeventyError {
  return new SeventyError(
    'name-not-treated',
    `"${name}" is not treated as another name, so there is nothing to take back.`,
    { kind, name },
  )
}
