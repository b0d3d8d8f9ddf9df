// @ts-check
import { createHash } from 'node:crypto'
import { getRawHeader } from '@electron/asar'

/**
 * One file of an archive, under its path with forward slashes.
 * @typedef {{ path: string, size: number, unpacked: boolean }} ArchiveFile
 */

/**
 * @typedef {{ files: Record<string, Entry> }} Folder
 * @typedef {Folder | { size?: number, unpacked?: boolean, link?: string }} Entry
 */

/** @param {string} archive path of an app.asar @returns {ArchiveFile[]} its files, in its own order */
export function filesIn(archive) {
  return [...walk(/** @type {any} */ (getRawHeader(archive).header), '')]
}

/** @param {Folder} folder @param {string} prefix @returns {Generator<ArchiveFile>} */
export function* walk(folder, prefix) {
  for (const [name, node] of Object.entries(folder.files)) {
    const path = prefix + name
    if ('files' in node) yield* walk(node, `${path}/`)
    else yield { path, size: node.size ?? 0, unpacked: node.unpacked ?? false }
  }
}

/** @param {string} archive @returns {string} what Electron compares with the hash in the executable */
export function headerHash(archive) {
  return createHash('sha256').update(getRawHeader(archive).headerString).digest('hex')
}
