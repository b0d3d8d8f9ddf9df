import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { reviewText } from './review-text'
import { commandLine } from './testing/command-line'

const header = 'Month,CustomerTenantId,CustomerName,ServiceLevel2,ACR_USD,PartnerAttributionType'
const row = (month: string, service: string, name = 'Fennick Foods') =>
  `${month},5f0c1a2b-0000-4000-8000-000000000001,${name},${service},2000,PAL`

async function partner() {
  const { run, folder } = commandLine()
  await run('profile', 'add', '--name', 'Acme')
  const imported = async (name: string, ...rows: readonly string[]) => {
    writeFileSync(join(folder, name), [header, ...rows, ''].join('\n'))
    const { stdout } = await run('import', '--profile', 'Acme', join(folder, name))
    return stdout.split('\n').slice(1, -1)
  }
  return { imported }
}

describe('the text of an import', () => {
  it('says after the files which months changed and what became of the score', async () => {
    const { imported } = await partner()
    const [months, score, ...more] = await imported('a.csv', row('2023-10', 'Key Vault'))
    expect(months).toBe('1 month added')
    expect(score).toMatch(/^estimated total: .*, before no data$/)
    expect(more).toEqual([])
  })

  it('names what no rule lists, with the nearest name, and counts customers with a new name', async () => {
    const { imported } = await partner()
    await imported('a.csv', row('2023-10', 'Key Vault'))
    const lines = await imported(
      'b.csv',
      row('2023-10', 'Key Vault', 'Fennick'),
      row('2023-11', 'Key Valt', 'Fennick'),
    )
    expect(lines).toEqual([
      '1 month added, 1 month replaced',
      expect.stringMatching(/^estimated total: /),
      'no rule lists the service "Key Valt"; the nearest known name is "Key Vault"',
      'new names of customers: 1',
    ])
  })

  it('names ten of many names, and says nothing where nothing was stored', async () => {
    const { imported } = await partner()
    const many = Array.from({ length: 12 }, (_each, index) => row('2023-10', `zzqx ${index}`))
    expect((await imported('a.csv', ...many)).at(-1)).toBe('and 2 more names that no rule lists')
    expect(await imported('a.csv', ...many)).toEqual([])
    expect(reviewText(null)).toBe('')
  })
})
