// @ts-check
import { join, resolve } from 'node:path'

/** The checkout. */
export const root = resolve(import.meta.dirname, '..', '..')

/** @param {string} name @param {string} file the script of an installed package, to be run by this Node */
export function binOf(name, file) {
  return join(root, 'node_modules', name, file)
}
