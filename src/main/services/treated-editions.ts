import type { Edition } from '../rules/edition-schema'
import { treating } from '../rules/treat-as'
import type { ReadableWorkspace } from './ports'

/**
 * Editions that take names for others as the workspace says. The same edition comes out for as long
 * as that stands, so that what was prepared under it can be kept.
 */
export class TreatedEditions {
  private said = ''
  private made = new Map<Edition, Edition>()

  constructor(private readonly workspace: Pick<ReadableWorkspace, 'treatedNames'>) {}

  /** What an edition becomes by what the workspace says now. */
  now(): (edition: Edition) => Edition {
    const names = this.workspace.treatedNames()
    const said = JSON.stringify(names)
    if (said !== this.said) this.made = new Map()
    this.said = said
    return (edition) => {
      const known = this.made.get(edition)
      if (known) return known
      const made = treating(edition, names)
      this.made.set(edition, made)
      return made
    }
  }
}
