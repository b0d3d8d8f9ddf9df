import { defineComponent, h, type PropType } from 'vue'
import type { ChartData } from 'chart.js'

/** In place of a drawing of `vue-chartjs`, which needs a canvas: what would be drawn, as an image with a name. */
const drawing = () =>
  defineComponent({
    props: {
      data: { type: Object as PropType<Pick<ChartData, 'labels' | 'datasets'>>, required: true },
      options: { type: Object, required: true },
    },
    setup: (props) => () =>
      h('canvas', { role: 'img', 'data-labels': (props.data.labels ?? []).join(', ') }),
  })

export const Bar = drawing()
export const Line = drawing()
