import { SeventyError } from '../../shared/errors'
import type { Edition } from '../rules/edition-schema'
import { editionFromText } from '../rules/edition-text'
import {
  editionAmong,
  editions as builtInEditions,
  isBuiltIn,
  tracksAmong,
  tracksOf,
  type Editions,
} from '../rules/registry'
import type { ReadableWorkspace, StoredEdition } from './ports'

type Shelved = Pick<ReadableWorkspace, 'editions' | 'chosenEditions'>

/**
 * All editions a score may be computed with: those of the product, those that the user added to the
 * workspace, and those of a single call (`--edition FILE`). Custom ones are used only where somebody
 * names or chooses them; a date alone never leads to one.
 */
export class EditionShelf {
  private readonly parsed = new Map<string, Edition>()

  constructor(
    private readonly workspace: Shelved,
    private readonly own: readonly Edition[] = [],
  ) {}

  /** The editions of the product, then the custom ones that can still be used. */
  all(): readonly Edition[] {
    return [...builtInEditions(), ...this.custom()]
  }

  /**
   * The edition of that id. Throws `edition-not-found`, naming the known ones, and `edition-invalid`
   * for a stored one that this version of the program refuses.
   */
  byId(id: string): Edition {
    const stored = this.workspace.editions().find((each) => each.id === id)
    if (stored && !this.own.some((each) => each.id === id)) return this.parse(stored)
    return editionAmong(this.all(), id)
  }

  /** The editions beside one as its tracks, itself included; custom ones are tracks of custom ones. */
  tracksOf(edition: Edition): Editions {
    return isBuiltIn(edition.id) ? tracksOf(edition) : tracksAmong(this.custom(), edition)
  }

  /** The edition that somebody named for a score, or chose for the partner; null: that of the date. */
  namedFor(profileId: number, asked: string | undefined): Edition | null {
    const id = asked ?? this.workspace.chosenEditions().get(profileId)
    return id === undefined ? null : this.byId(id)
  }

  private custom(): readonly Edition[] {
    const stored = this.workspace.editions().flatMap((each) => this.usable(each) ?? [])
    return [...stored.filter(({ id }) => !this.own.some((each) => each.id === id)), ...this.own]
  }

  private usable(stored: StoredEdition): Edition | undefined {
    try {
      return this.parse(stored)
    } catch (error) {
      if (error instanceof SeventyError && error.code === 'edition-invalid') return undefined
      throw error
    }
  }

  /** The same edition for the same text, so that what was prepared under it can be kept. */
  private parse({ sha256, text }: StoredEdition): Edition {
    const known = this.parsed.get(sha256)
    if (known) return known
    const edition = editionFromText(text)
    this.parsed.set(sha256, edition)
    return edition
  }
}
