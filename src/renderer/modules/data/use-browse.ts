import { computed, onScopeDispose, ref, shallowRef, triggerRef, watch } from 'vue'
import type { BrowseQuery, BrowseRow, BrowseTotals } from '../../../shared/browse'
import type { SeventyError } from '../../../shared/errors'
import { asSeventyError, ask, bridge } from '../../app/client'

const PAGE = 200
/** Pages kept around those in view; what was scrolled past long ago is asked for again. */
const PAGES_KEPT = 40

/**
 * The rows of a query, a page at a time as they come into view, and the page after. While another
 * query is answered the rows of the one before stay; an answer that was overtaken is dropped. Nothing
 * is asked before the query is `ready`.
 */
export function useBrowse(query: () => BrowseQuery, ready: () => boolean) {
  const pages = shallowRef(new Map<number, readonly BrowseRow[]>())
  const total = ref<number | null>(null)
  const totals = shallowRef<BrowseTotals | null>(null)
  const error = shallowRef<SeventyError | null>(null)
  const busy = ref(false)
  const asked = new Set<number>()
  let question = 0
  let inView: readonly [first: number, last: number] = [0, 0]

  async function load(page: number, mine: number): Promise<void> {
    if (asked.has(page)) return
    asked.add(page)
    try {
      const window = { offset: page * PAGE, limit: PAGE }
      const answer = await ask(bridge().data.page, { ...query(), ...window })
      if (mine !== question) return
      if (busy.value) pages.value = new Map()
      busy.value = false
      error.value = null
      total.value = answer.total
      keep(page, answer.rows)
      need(...inView)
    } catch (thrown) {
      if (mine !== question) return
      asked.delete(page)
      busy.value = false
      error.value = asSeventyError(thrown)
    }
  }

  function keep(page: number, rows: readonly BrowseRow[]): void {
    pages.value.set(page, rows)
    for (const known of pages.value.keys()) {
      if (pages.value.size <= PAGES_KEPT) break
      pages.value.delete(known)
      asked.delete(known)
    }
    triggerRef(pages)
  }

  async function loadTotals(mine: number): Promise<void> {
    try {
      const { sort: _sort, ...selection } = query()
      const answer = await ask(bridge().data.totals, selection)
      if (mine === question) totals.value = answer
    } catch {
      // The page of the same question says what is wrong.
    }
  }

  async function reload(): Promise<void> {
    if (!ready()) return
    const mine = ++question
    asked.clear()
    busy.value = true
    totals.value = null
    await load(0, mine)
    if (mine === question) await loadTotals(mine)
  }

  /** Rows from `first` to `last` came into view. */
  function need(first: number, last: number): void {
    inView = [first, last]
    if (total.value === null || busy.value) return
    const end = Math.floor(Math.max(0, total.value - 1) / PAGE)
    const [from, to] = [Math.floor(first / PAGE), Math.floor(last / PAGE)]
    for (let page = from; page <= to; page++) void load(page, question)
    // The next window in either direction, once this one is under way.
    if (to < end) void load(to + 1, question)
    if (from > 0) void load(from - 1, question)
  }

  const rowAt = (index: number) => pages.value.get(Math.floor(index / PAGE))?.[index % PAGE]
  /** Where a row stands among those that are loaded. */
  function placeOf(key: string): number | null {
    for (const [page, rows] of pages.value) {
      const index = rows.findIndex((row) => row.key === key)
      if (index >= 0) return page * PAGE + index
    }
    return null
  }

  watch(() => JSON.stringify([ready(), query()]), reload, { immediate: true })
  onScopeDispose(
    bridge().events.onChanged((changed) => {
      if (changed === null || changed === query().profileId) void reload()
    }),
  )
  return { total: computed(() => total.value), totals, error, busy, rowAt, placeOf, need, reload }
}
