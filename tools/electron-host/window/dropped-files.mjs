// @ts-check
import { FILE_PLACEHOLDER } from './page-scripts.mjs'

/** As it stands inside a JSON string. */
const escaped = JSON.stringify(FILE_PLACEHOLDER).slice(1, -1).replaceAll('\\', '\\\\')
const placeholders = new RegExp(`${escaped}(\\d+);`, 'g')

/**
 * The message with its file placeholders replaced by the paths that Chromium knows, or undefined if
 * it has none.
 * @param {import('./page-target.mjs').PageTarget} page
 * @param {string} text
 * @param {number} context the world whose files they are
 * @returns {Promise<string> | undefined}
 */
export function realPaths(page, text, context) {
  const indices = new Set([...text.matchAll(placeholders)].map((match) => Number(match[1])))
  if (indices.size === 0) return undefined
  return Promise.all(
    [...indices].map(
      async (index) => /** @type {const} */ ([index, await pathOf(page, index, context)]),
    ),
  )
    .then((entries) => new Map(entries))
    .then((paths) =>
      text.replaceAll(placeholders, (_match, index) =>
        JSON.stringify(paths.get(Number(index)) ?? '').slice(1, -1),
      ),
    )
}

/** @param {import('./page-target.mjs').PageTarget} page @param {number} index @param {number} contextId */
async function pathOf(page, index, contextId) {
  const session = await page.ready
  const { result } = await session.send('Runtime.evaluate', {
    expression: `globalThis[${JSON.stringify(page.scripts.fileAt)}](${index})`,
    contextId,
  })
  if (!result.objectId) return ''
  const { objectId } = result
  // A file without a path of its own is an error to Chromium.
  const { path } = await session.send('DOM.getFileInfo', { objectId }).catch(() => ({ path: '' }))
  return path
}
