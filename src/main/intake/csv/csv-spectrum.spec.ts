import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from '../testing/records'

/** The public corpus csv-spectrum: every file of it, read as its authors say it has to be. */

const folder = dirname(createRequire(import.meta.url).resolve('csv-spectrum'))
const names = readdirSync(join(folder, 'csvs')).map((name) => name.replace(/\.csv$/, ''))

function objectsOf(csv: string): Record<string, string>[] {
  const { rows } = parse(csv)
  const [header = [], ...records] = rows
  return records.map((cells) =>
    Object.fromEntries(header.map((name, column) => [name, cells[column] ?? ''])),
  )
}

describe('the corpus csv-spectrum', () => {
  it('is all there', () => {
    expect(names).toHaveLength(12)
  })

  it.each(names)('%s is read as it is meant', (name) => {
    const read = objectsOf(readFileSync(join(folder, 'csvs', `${name}.csv`), 'utf8'))
    const meant = JSON.parse(readFileSync(join(folder, 'json', `${name}.json`), 'utf8')) as object
    if (name !== 'location_coordinates') return expect(read).toEqual(meant)
    // What is meant here is one object, not a list, and has another phone number than the file.
    const same = { ...meant, 'Contact Phone Number': '2095257564' }
    return expect(read).toEqual([same])
  })
})
