import { shallowRef, watch } from 'vue'
import type { BrowseFacets, BrowseQuery } from '../../../shared/browse'
import { ask, bridge } from '../../app/client'

/** The values of the columns of a table, counted when somebody asks; `data` changes with the rows. */
export function useFacets(query: () => BrowseQuery, data: () => unknown) {
  const facets = shallowRef<BrowseFacets | null>(null)

  async function askFacets(): Promise<void> {
    if (facets.value) return
    const { sort: _sort, ...selection } = query()
    try {
      facets.value = await ask(bridge().data.facets, selection)
    } catch {
      // The list stays empty; the table itself says what is wrong.
      facets.value = {}
    }
  }
  watch(
    () => JSON.stringify([query().profileId, query().asOf, data()]),
    () => (facets.value = null),
  )
  // A condition on a list names its values.
  watch(
    () => query().filters.some(({ kind }) => kind === 'list'),
    (named) => {
      if (named) void askFacets()
    },
    { immediate: true },
  )
  return { facets, askFacets }
}
