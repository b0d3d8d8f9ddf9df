import { computed, ref, shallowRef } from 'vue'
import type { useI18n } from 'vue-i18n'
import type { EditDone, EditNames, RowValues } from '../../../shared/edits'
import type { SeventyError } from '../../../shared/errors'
import type { EditableDataset } from '../../../shared/edits'
import { asSeventyError, ask, bridge } from '../../app/client'
import { notify } from '../../app/notices'
import { saving } from '../../app/workspace'
import { faultyFields, fieldNamed, formOf, valuesOf, type RowForm } from './row-form'

type Translate = ReturnType<typeof useI18n>['t']

/** A form for the values of a row: what is typed, what is wrong with it, and storing it. */
export function useRowForm(t: Translate, profileId: () => number, dataset: () => EditableDataset) {
  const form = ref<RowForm>(formOf())
  const names = shallowRef<EditNames | null>(null)
  const refused = shallowRef<SeventyError | null>(null)
  const faulty = ref<(keyof RowForm)[]>([])
  const busy = ref(false)

  const errors = computed(() => {
    const said: Partial<Record<keyof RowForm, string>> = {}
    for (const field of faulty.value) said[field] = t(`edits.wrong.${field}`)
    const field = fieldNamed(refused.value?.details['field'])
    if (field && refused.value) said[field] = refused.value.message
    return said
  })
  /** What is wrong, where it is with none of the form's own fields. */
  const error = computed(() =>
    fieldNamed(refused.value?.details['field']) === null ? refused.value : null,
  )

  /** Begins anew, with the values of a row if there are some. */
  async function begin(values?: RowValues): Promise<void> {
    form.value = formOf(values)
    faulty.value = []
    refused.value = null
    try {
      names.value = await ask(bridge().edits.names, { profileId: profileId() })
    } catch (thrown) {
      refused.value = asSeventyError(thrown)
    }
  }

  /** Stores what the form holds; false when it was refused, which then stands beside the fields. */
  async function submit(store: (values: RowValues) => Promise<EditDone>): Promise<boolean> {
    faulty.value = faultyFields(dataset(), form.value)
    refused.value = null
    if (faulty.value.length > 0) return false
    return attempt(() => store(valuesOf(dataset(), form.value)))
  }

  async function attempt(store: () => Promise<EditDone>): Promise<boolean> {
    busy.value = true
    try {
      const { warnings } = await saving(store)
      for (const { name, nearest } of warnings) {
        const text =
          nearest === null
            ? t('edits.unlisted.text')
            : t('edits.unlisted.nearest', { name: nearest })
        notify({ tone: 'failed', title: t('edits.unlisted.title', { name }), text })
      }
      return true
    } catch (thrown) {
      refused.value = asSeventyError(thrown)
      return false
    } finally {
      busy.value = false
    }
  }

  return { form, names, errors, error, refused, busy, begin, submit, attempt }
}
