import { computed, ref } from 'vue'

/** Set from the settings; the sizes of styles follow the token sheet, those of virtual rows follow this. */
export const compact = ref(false)

/** Height in px of a row of one line: in a grid of many columns, and in a table. */
export const gridRowHeight = computed(() => (compact.value ? 26 : 32))
export const tableRowHeight = computed(() => (compact.value ? 32 : 40))
