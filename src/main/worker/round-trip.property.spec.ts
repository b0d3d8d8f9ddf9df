import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createIntake } from '../intake/intake'
import { dialect, meant, usageRow, writeCsv, type UsageRow } from '../intake/testing/any-csv'
import { style, workbookByHand, workbookRow } from '../intake/testing/any-workbook'
import { exportRows } from '../reporting/export-rows'
import { Browse } from '../services/browse/browse'
import { importFiles } from '../services/import-files'
import { prepareFiles } from '../services/prepare-files'
import { Scores } from '../services/scores'
import { addProfile, temporaryFolder, temporaryWorkspace } from '../store/test-support'
import { clock } from './testing/browse-partner'

/** Whatever form a table comes in, what is exported says the same values. */

const idle = { progress: () => undefined, cancelled: () => false }

/** Imports files into partners of one workspace, each on its own, and gives back its rows as CSV. */
function desk() {
  const { store } = temporaryWorkspace()
  const browse = new Browse(store, new Scores(store, clock), () => Promise.resolve())
  const folder = temporaryFolder()
  let runs = 0
  return async (content: Uint8Array): Promise<string> => {
    const run = String(++runs)
    const profileId = addProfile(store, `Partner ${run}`)
    const path = join(folder, `${run}.table`)
    writeFileSync(path, content)
    const context = { workspace: store, intake: createIntake(), clock, control: idle }
    const request = { profileId, paths: [path], mode: 'replace', skipBadRows: false } as const
    importFiles(await prepareFiles(context, request), request)
    const columns = ['month', 'customer', 'tenant', 'service', 'association', 'amount']
    const query = { profileId, table: 'azure' as const, search: '', filters: [], sort: null }
    const out = join(folder, `${run}.csv`)
    await exportRows(browse, { ...query, columns, format: 'csv' }, out, idle)
    return readFileSync(out, 'utf8')
  }
}

function asExported(table: readonly UsageRow[]): string {
  const titles = ['Month', 'Customer', 'Tenant', 'Service', 'Association', 'ACR (USD)']
  const rows = meant(table).map((each) => [
    ...[each.month, each.customer, each.tenant, each.service, each.association ?? ''],
    String(each.microUsd / 1e6),
  ])
  const text = stringify([titles, ...rows], {
    record_delimiter: 'windows',
    quote_record_delimiter: true,
  })
  return `\ufeff${text}`
}

describe('any Azure usage that is imported and exported', () => {
  it('says the same values, in whatever dialect of text it came', async () => {
    const through = desk()
    const rows = fc.array(usageRow, { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(rows, dialect, async (table, how) => {
        expect(await through(writeCsv(table, how))).toBe(asExported(table))
      }),
      { numRuns: 30 },
    )
  })

  it('says the same values, in whatever form of workbook it came', async () => {
    const through = desk()
    const rows = fc.array(workbookRow, { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(rows, style, async (table, how) => {
        expect(await through(workbookByHand(table, how))).toBe(asExported(table))
      }),
      { numRuns: 20 },
    )
  })
})
