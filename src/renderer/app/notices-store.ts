import { defineStore } from 'pinia'

export interface Notice {
  readonly key: number
  readonly tone: 'done' | 'failed'
  readonly title: string
  readonly text?: string
  /** What can be done about it, as a button; the notice goes when it is pressed. */
  readonly action?: { readonly label: string; readonly run: () => void }
}

/** Messages that appear for a while in the corner and are announced. */
export const useNoticesStore = defineStore('notices', {
  state: (): { shown: Notice[] } => ({ shown: [] }),
})
