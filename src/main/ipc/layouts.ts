import { basename } from 'node:path'
import { layoutsText } from '../services/layouts'
import type { DataThreads } from '../worker/data-threads'
import type { Handlers } from './handle'

interface LayoutContext {
  readonly data: Pick<DataThreads, 'call'>
  /** Asks where to save; undefined when the user closed the dialog. */
  readonly chooseTarget: (suggestedName: string) => Promise<string | undefined>
  /** Throws `output-unwritable`. */
  readonly write: (path: string, content: Uint8Array) => void
}

/** Saves the remembered layouts as a file, for another workspace or the command line. */
export function layoutHandlers({
  data,
  chooseTarget,
  write,
}: LayoutContext): Pick<Handlers, 'layouts.export'> {
  return {
    'layouts.export': async () => {
      const layouts = await data.call('layouts.list', {})
      const path = await chooseTarget('Remembered layouts.json')
      if (path === undefined) return null
      write(path, new TextEncoder().encode(layoutsText(layouts)))
      return { name: basename(path) }
    },
  }
}
