import { computed, ref } from 'vue'
import type { Settings } from '../../shared/settings'

/** How the window writes numbers and dates; reports name their own locales and never ask here. */
const chosen = ref<Settings['formats']>('en-GB')

/** What is formatted in a template is written anew when this changes. */
export const shownLocale = computed(() =>
  chosen.value === 'system' ? navigator.language : chosen.value,
)

export function chooseFormats(formats: Settings['formats']): void {
  chosen.value = formats
}
