import { shallowReactive } from 'vue'
import type { EditionCheck, EditionSummary } from '../../../shared/editions'
import type { SeventyError } from '../../../shared/errors'
import { ask, asSeventyError, bridge, unwrap } from '../../app/client'

/** A file on its way to an edition. */
export interface NewEditionState {
  /** null: no file is looked at. */
  token: string | null
  check: EditionCheck | null
  error: SeventyError | null
  busy: boolean
}

/** Takes a file, has it checked, and adds it; the file is named by its token alone. */
export function useNewEdition() {
  const state = shallowReactive<NewEditionState>({
    token: null,
    check: null,
    error: null,
    busy: false,
  })

  const clear = () => {
    Object.assign(state, { token: null, check: null, error: null, busy: false })
  }

  /** Whatever `find` gives replaces the file that was looked at; of several files the first. */
  const look = async (find: () => Promise<readonly { readonly token: string }[]>) => {
    try {
      const [file] = await find()
      if (!file) return
      clear()
      state.token = file.token
      state.busy = true
      state.check = await ask(bridge().editions.check, { files: [file.token] })
    } catch (thrown) {
      state.error = asSeventyError(thrown)
    } finally {
      state.busy = false
    }
  }

  return {
    state,
    clear,
    choose: () => look(() => ask(bridge().files.choose, { kind: 'edition' })),
    drop: (dropped: readonly File[]) =>
      look(async () => {
        const { tokens } = unwrap(await bridge().drops.accept(dropped))
        return tokens.map((token) => ({ token }))
      }),
    /** The edition as it was stored; null where that failed, which `state.error` tells. */
    add: async (): Promise<EditionSummary | null> => {
      if (state.token === null) return null
      state.busy = true
      try {
        const added = await ask(bridge().editions.add, { files: [state.token] })
        clear()
        return added
      } catch (thrown) {
        state.error = asSeventyError(thrown)
        return null
      } finally {
        state.busy = false
      }
    },
  }
}
