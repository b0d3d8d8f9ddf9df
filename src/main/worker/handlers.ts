import type { WorkControl } from '../services/intake-ports'
import type { ThreadInput, ThreadOutput } from './protocol'

/** One handler for each call; the types make a missing one a compile error. */
export type Handlers<C extends keyof ThreadInput> = {
  readonly [N in C]: (
    input: ThreadInput[N],
    control: WorkControl,
  ) => ThreadOutput[N] | Promise<ThreadOutput[N]>
}
