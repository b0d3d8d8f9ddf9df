import { shallowRef, watch } from 'vue'
import type { Input } from '../../../shared/contract'
import type { ExplainedRow, RowPage } from '../../../shared/explanation'
import type { SeventyError } from '../../../shared/errors'
import { asSeventyError, ask, bridge } from '../../app/client'

export type RowsQuestion = Omit<Input<'score.rows'>, 'after' | 'limit'>

const PAGE = 200

/** Rows of a customer or person, the first page at once, the next whenever `more` is called. */
export function useRows(question: () => RowsQuestion) {
  const page = shallowRef<RowPage | null>(null)
  const entries = shallowRef<readonly ExplainedRow[]>([])
  const error = shallowRef<SeventyError | null>(null)
  let asked = 0

  const load = async (after: number) => {
    const mine = ++asked
    try {
      const answer = await ask(bridge().score.rows, { ...question(), after, limit: PAGE })
      if (mine !== asked) return
      entries.value = after === 0 ? answer.entries : [...entries.value, ...answer.entries]
      page.value = answer
      error.value = null
    } catch (thrown) {
      if (mine === asked) error.value = asSeventyError(thrown)
    }
  }
  const reload = () => load(0)
  /** Asks for the next page once; does nothing behind the last one. */
  const more = async () => {
    const next = page.value?.next ?? null
    if (next === null) return
    page.value = { ...(page.value as RowPage), next: null }
    await load(next)
  }
  watch(question, reload, { immediate: true, deep: true })
  return { page, entries, error, reload, more }
}
