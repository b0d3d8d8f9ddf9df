import { computed, ref, shallowRef } from 'vue'
import type { SeventyError } from '../../../shared/errors'
import type { DatasetId, FileChoices } from '../../../shared/imports'
import type { FileInspection } from '../../../shared/inspection'
import { ask, asSeventyError, bridge } from '../../app/client'

/**
 * The columns of one file while somebody says which is which. Every change looks at the file again, so
 * that samples, what is missing and what the values say belong to the mapping on screen.
 */
export function useMapping(token: string) {
  const inspection = shallowRef<FileInspection | null>(null)
  const error = shallowRef<SeventyError | null>(null)
  const dataset = ref<DatasetId | null>(null)
  const columns = ref<Readonly<Record<string, number>>>({})
  /** What was said of the file before: which of its tables, how dates are written. */
  let said: FileChoices = {}
  let question = 0

  const look = async (choices: FileChoices): Promise<FileInspection | null> => {
    const mine = ++question
    try {
      const [seen] = await ask(bridge().imports.inspect, { files: [token], choices: [choices] })
      if (mine !== question || !seen) return null
      inspection.value = seen
      error.value = null
      return seen
    } catch (thrown) {
      if (mine === question) error.value = asSeventyError(thrown)
      return null
    }
  }

  const candidate = computed(() =>
    inspection.value?.candidates.find((each) => each.dataset === dataset.value),
  )

  /** Whether a column stands for more than one field. */
  const clashing = computed(() => {
    const places = Object.values(columns.value)
    return new Set(places).size < places.length
  })

  const lookAgain = async () => {
    if (dataset.value === null) return
    await look({ ...said, mapping: { dataset: dataset.value, columns: columns.value } })
  }

  return {
    inspection,
    error,
    dataset,
    columns,
    candidate,
    clashing,
    /** Begins with what is decided about the file, or else with the likeliest. */
    open: async (choices: FileChoices) => {
      said = choices
      const seen = await look(choices)
      if (!seen) return
      dataset.value =
        seen.dataset ?? choices.mapping?.dataset ?? seen.candidates[0]?.dataset ?? null
      columns.value = seen.mapping
    },
    /** Another kind of file begins with the columns that have its names. */
    chooseDataset: (id: DatasetId) => {
      dataset.value = id
      const named = candidate.value?.fields.flatMap(({ field, column }) =>
        column === null ? [] : [[field, column] as const],
      )
      columns.value = Object.fromEntries(named ?? [])
      return lookAgain()
    },
    /** A column can be one field only, but which one is said by the user, not by the last choice. */
    assign: (field: string, column: number | null) => {
      const others = Object.entries(columns.value).filter(([name]) => name !== field)
      columns.value = Object.fromEntries(column === null ? others : [...others, [field, column]])
      return lookAgain()
    },
  }
}
