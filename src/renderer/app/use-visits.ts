import { ref } from 'vue'
import { useRouter } from 'vue-router'

/** Whether there is a screen to go back to, and one to go forward to. */
export function useVisits() {
  const router = useRouter()
  const back = ref(false)
  const forward = ref(false)
  const look = () => {
    const { state } = router.options.history
    back.value = Boolean(state['back'])
    forward.value = Boolean(state['forward'])
  }
  look()
  router.afterEach(look)
  return { back, forward }
}
