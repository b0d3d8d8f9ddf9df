import { defineComponent, h, type PropType } from 'vue'
import type { ChartData, ChartOptions } from 'chart.js'

/** In place of the drawing of `vue-chartjs`, which needs a canvas: what would be drawn, as an image with a name. */
export const Bar = defineComponent({
  props: {
    data: { type: Object as PropType<ChartData<'bar'>>, required: true },
    options: { type: Object as PropType<ChartOptions<'bar'>>, required: true },
  },
  setup:
    ({ data }) =>
    () =>
      h('canvas', { role: 'img', 'data-labels': (data.labels ?? []).join(', ') }),
})
