import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commandLine } from './testing/command-line'

const german = `Monat;Mandant;Dienst;Umsatz;Partner
3/4/2023;5f0c1a2b-0000-4000-8000-000000000001;Sentinel;1.234;PAL
`
const columns = {
  ...{ month: 'Monat', tenantId: 'Mandant', service: 'Dienst' },
  ...{ acr: 'Umsatz', association: 'Partner' },
}

async function importing(content: unknown, ...answers: readonly string[]) {
  const line = commandLine()
  const [file, mapping] = ['usage.csv', 'mapping.json'].map((name) => join(line.folder, name))
  writeFileSync(file ?? '', german)
  writeFileSync(mapping ?? '', JSON.stringify(content))
  await line.run('profile', 'add', '--name', 'Acme')
  return line.run(
    ...['import', '--profile', 'Acme', file ?? '', '--mapping', mapping ?? ''],
    ...answers,
  )
}

describe('import with answers', () => {
  const mapping = { dataset: 'azure-usage', columns }

  it('reads a file that no header name explains, with decimals and dates as told', async () => {
    const ran = await importing(mapping, '--decimal', 'comma', '--date-order', 'dmy')
    expect(ran).toMatchObject({ status: 0 })
    expect(ran.stdout).toContain('imported, azure-usage, 1 of 1 rows, 2023-04 to 2023-04')
  })

  it('takes the answers of the mapping itself', async () => {
    const told = { ...mapping, decimal: '.', dateOrder: 'mdy' }
    expect((await importing(told)).stdout).toContain('2023-03 to 2023-03')
  })

  it('asks for what neither says', async () => {
    const ran = await importing(mapping, '--date-order', 'dmy')
    expect(ran.status).toBe(3)
    expect(ran.stderr).toContain('error[decimal-separator-ambiguous]')
    expect(ran.stderr).toContain('--decimal comma or --decimal point')
  })

  it('refuses what is no mapping, and what is no mark', async () => {
    expect((await importing({ dataset: 'azure' })).stderr).toContain('error[layouts-file-invalid]')
    expect(await importing(mapping, '--decimal', ',')).toMatchObject({ status: 2 })
  })
})
