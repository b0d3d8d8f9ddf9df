import { join } from 'node:path'

/** Where the parts of the compiled program lie, seen from the compiled main process. */
export interface AppFiles {
  readonly preload: string
  readonly renderer: string
  readonly worker: URL
}

export function appFiles(mainFolder: string, mainUrl: string): AppFiles {
  return {
    preload: join(mainFolder, '..', 'preload', 'index.cjs'),
    renderer: join(mainFolder, '..', 'renderer'),
    worker: new URL('./worker.js', mainUrl),
  }
}
