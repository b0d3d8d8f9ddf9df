import type {
  ExplainedSection,
  ExplainedSubject,
  LeftOut,
  ListId,
} from '../../../shared/explanation'
import { formatCount } from '../../format/numbers'

/** In the order of a reader's questions. Written out: the contract's own list would bring its validator along. */
const known: readonly ListId[] = ['countedNow', 'yearAgo', 'gained', 'lost', 'near']

/** What can be shown of a section: its lists, and two that are only counted when somebody asks. */
export type ShownList = ListId | 'unassociated' | 'leftOut'

/** A subject, in the list of missing associations with what it has without one. */
export type SubjectRow = ExplainedSubject &
  Partial<LeftOut['withoutAssociation']['entries'][number]>

/** The lists of a section with how long they are, where that is known. */
export function choicesOf(
  { kind, lists }: ExplainedSection,
  label: (list: ShownList) => string,
): { value: ShownList; label: string; count?: string }[] {
  const counted = known.map((value) => ({
    value,
    label: label(value),
    count: formatCount(lists[value].total),
  }))
  const asked: ShownList[] = kind === 'stream' ? ['unassociated', 'leftOut'] : ['leftOut']
  return [...counted, ...asked.map((value) => ({ value, label: label(value) }))]
}

/** Those whose name or id contains what was typed. */
export function foundIn<T>(
  entries: readonly T[],
  sought: string,
  nameOf: (entry: T) => { readonly id: string; readonly name: string | null },
): readonly T[] {
  const wanted = sought.trim().toLowerCase()
  if (wanted === '') return entries
  return entries.filter((entry) => {
    const { id, name } = nameOf(entry)
    return `${name ?? ''} ${id}`.toLowerCase().includes(wanted)
  })
}
