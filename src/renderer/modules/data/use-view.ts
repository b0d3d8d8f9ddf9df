import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { BrowseFilter, BrowseView, SavedView } from '../../../shared/browse'
import { browseColumns, columnNamed, type BrowseTable } from '../../../shared/browse-columns'
import { ask, bridge, plain } from '../../app/client'

/** A view is kept once nobody has touched it for so long. */
const REMEMBER_AFTER_MS = 600

export function standardView(table: BrowseTable): BrowseView {
  const columns = browseColumns[table].filter(({ hidden }) => !hidden).map(({ id }) => id)
  return { columns, search: '', filters: [], sort: null }
}

/** A view as this version knows it: without columns and conditions that are no longer there. */
export function knownView(table: BrowseTable, view: BrowseView): BrowseView {
  const known = (id: string) => columnNamed(table, id) !== undefined
  const columns = view.columns.filter(known)
  return {
    columns: columns.length > 0 ? columns : standardView(table).columns,
    search: view.search,
    filters: view.filters.filter(({ column }) => known(column)),
    sort: view.sort && known(view.sort.column) ? view.sort : null,
  }
}

/**
 * How a table is looked at: as it was left, until somebody changes it or takes a saved view; `sought`
 * is what a link wants to see instead. `view` is null until that is known.
 */
export function useView(profileId: number, table: BrowseTable, sought: string | null) {
  const view = shallowRef<BrowseView | null>(null)
  const saved = shallowRef<readonly SavedView[]>([])
  /** The saved view that was taken last. */
  const taken = ref<number | null>(null)

  async function load(): Promise<void> {
    try {
      const shelf = await ask(bridge().views.list, { profileId, table })
      saved.value = shelf.saved
      const last = shelf.last ? knownView(table, shelf.last) : standardView(table)
      view.value ??= sought === null ? last : { ...last, search: sought, filters: [] }
    } catch {
      // Without its views the table is still there.
      view.value ??= { ...standardView(table), search: sought ?? '' }
    }
  }

  function change(part: Partial<BrowseView>): void {
    if (view.value) view.value = { ...view.value, ...part }
  }
  /** Puts a condition in the place of another one on its column; null takes it away. */
  function setFilter(column: string, filter: BrowseFilter | null): void {
    const others = view.value?.filters.filter((each) => each.column !== column) ?? []
    change({ filters: filter === null ? others : [...others, filter] })
  }
  function take({ id, view: wanted }: SavedView): void {
    taken.value = id
    view.value = knownView(table, wanted)
  }
  function reset(): void {
    taken.value = null
    view.value = standardView(table)
  }

  async function save(name: string): Promise<void> {
    if (!view.value) return
    const made = await ask(bridge().views.create, {
      profileId,
      table,
      name,
      view: plain(view.value),
    })
    taken.value = made.id
    await load()
  }
  async function update(viewId: number, part: { name?: string; view?: BrowseView }): Promise<void> {
    await ask(bridge().views.change, { viewId, ...part })
    await load()
  }
  async function remove(viewId: number): Promise<void> {
    await ask(bridge().views.remove, { viewId })
    if (taken.value === viewId) taken.value = null
    await load()
  }

  let waiting: ReturnType<typeof setTimeout> | undefined
  /** Nobody waits for it, and a failure costs no more than the view. */
  function remember(): void {
    clearTimeout(waiting)
    waiting = undefined
    if (view.value === null) return
    void ask(bridge().views.remember, { profileId, table, view: view.value }).catch(() => undefined)
  }
  watch(view, (now, before) => {
    if (now === null || before === null) return
    clearTimeout(waiting)
    waiting = setTimeout(remember, REMEMBER_AFTER_MS)
  })
  onScopeDispose(() => {
    if (waiting !== undefined) remember()
  })
  void load()
  return { view, saved, taken, change, setFilter, take, reset, save, update, remove }
}

export type ViewModel = ReturnType<typeof useView>
