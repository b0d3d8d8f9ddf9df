// @ts-check
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { root } from '../tools/run/paths.mjs'

/** The parts of the product that are measured from inside, as one module for Node. */
const entry = `
export { formatDay, monthOf, firstDayOf, parseDay } from '/src/shared/calendar'
export { editionById, editions } from '/src/main/rules/registry'
export { exactScoreOf, prepare, scoreOf } from '/src/main/scoring/engine'
export { prepareStored } from '/src/main/scoring/prepare-stored'
export { cheapestPlan } from '/src/main/scoring/plan/tracks'
export { trendOf } from '/src/main/scoring/trend'
export { rememberingMeasure } from '/src/main/scoring/usage-metrics'
export { openReadable } from '/src/main/store/open'
export { Scores } from '/src/main/services/scores'
export { Browse } from '/src/main/services/browse/browse'
`
const NAME = 'virtual:bench-engine'

/** Builds the sources as they are now and loads them. */
export async function loadEngine() {
  const outDir = join(root, '.seventy', 'bench', 'engine')
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir,
      minify: false,
      rollupOptions: { input: { engine: NAME }, output: { entryFileNames: 'engine.mjs' } },
    },
    plugins: [
      {
        name: 'bench-engine',
        resolveId: (id) => (id === NAME ? NAME : id.startsWith('/src/') ? sourceFile(id) : null),
        load: (id) => (id === NAME ? entry : null),
      },
    ],
  })
  return import(pathToFileURL(join(outDir, 'engine.mjs')).href)
}

/** @param {string} id */
function sourceFile(id) {
  const path = join(root, `${id}.ts`)
  return existsSync(path) ? path : null
}
