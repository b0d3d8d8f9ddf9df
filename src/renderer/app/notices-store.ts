import { defineStore } from 'pinia'

export interface Notice {
  readonly key: number
  readonly tone: 'done' | 'failed'
  readonly title: string
  readonly text?: string
  /** What the message offers to do; doing it closes the message. */
  readonly action?: { readonly label: string; readonly run: () => unknown }
}

/** Messages that appear for a while in the corner and are announced. */
export const useNoticesStore = defineStore('notices', {
  state: (): { shown: Notice[] } => ({ shown: [] }),
})
