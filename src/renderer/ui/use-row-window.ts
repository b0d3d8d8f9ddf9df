import { computed, onMounted, onScopeDispose, ref, type Ref } from 'vue'
import { furthest, offsetFor, rowsInView, scaleOf, sheetHeight, type RowSpace } from './row-window'

/** Rows beyond the view that exist, so that a key press or a turn of the wheel finds them there. */
const BEYOND = 8

/** Rows in view of a scrolling element; `head` is what of its height the sticky header takes. */
export function useRowWindow(
  scroller: Ref<HTMLElement | null>,
  shape: () => { readonly rows: number; readonly rowHeight: number; readonly head: number },
) {
  const height = ref(0)
  /** How far the rows are moved up, in pixels of rows. */
  const offset = ref(0)
  const space = computed<RowSpace>(() => {
    const { rows, rowHeight, head } = shape()
    return { rows, rowHeight, view: Math.max(0, height.value - head) }
  })
  const inView = computed(() => rowsInView(space.value, offset.value, BEYOND))
  /** Where the top of a row stands in the sheet. */
  const topOf = (row: number) =>
    row * space.value.rowHeight - offset.value + offset.value / scaleOf(space.value)

  function moveTo(wanted: number): void {
    offset.value = Math.min(furthest(space.value), Math.max(0, wanted))
    if (scroller.value) scroller.value.scrollTop = offset.value / scaleOf(space.value)
  }
  function onScroll(): void {
    const { scrollTop } = scroller.value ?? { scrollTop: 0 }
    const scale = scaleOf(space.value)
    // Our own move comes back rounded to a pixel of the sheet, which may be many rows.
    if (Math.abs(scrollTop - offset.value / scale) <= 1) return
    offset.value = Math.min(furthest(space.value), scrollTop * scale)
  }
  /** A long sheet scrolls faster than its rows; the wheel moves rows. */
  function onWheel(event: WheelEvent): void {
    if (scaleOf(space.value) === 1 || event.deltaY === 0 || event.ctrlKey) return
    event.preventDefault()
    moveTo(offset.value + event.deltaY)
  }
  const show = (row: number) => moveTo(offsetFor(space.value, row, offset.value))

  const observer = new ResizeObserver(() => (height.value = scroller.value?.clientHeight ?? 0))
  onMounted(() => {
    if (!scroller.value) return
    height.value = scroller.value.clientHeight
    observer.observe(scroller.value)
  })
  onScopeDispose(() => observer.disconnect())
  return {
    inView,
    topOf,
    height: computed(() => sheetHeight(space.value)),
    onScroll,
    onWheel,
    show,
    moveTo,
  }
}
