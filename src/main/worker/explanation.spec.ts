import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { RowPage } from '../../shared/explanation'
import { createIntake } from '../intake/intake'
import { createTextFiles } from '../intake/text-files'
import { openReadable } from '../store/open'
import { temporaryFolder, temporaryWorkspace } from '../store/test-support'
import { systemClock } from '../system-clock'
import { readerHandlers } from './reader-handlers'
import { writerHandlers } from './writer-handlers'

const clock = systemClock('2023-12-15')
const idle = { progress: () => undefined, cancelled: () => false }
const fennick = '5f0c1a2b-0000-4000-8000-000000000001'
const other = '5f0c1a2b-0000-4000-8000-000000000002'

const files = {
  'azure.csv': [
    'Month,CustomerTenantId,CustomerName,ServiceLevel2,ACR_USD,PartnerAttributionType',
    `2023-11-01,${fennick},"Fennick,\r\nHarbour",Key Vault,60.00,PAL`,
    '',
    `2023-11-01,${other},Osterby,Key Vault,900.00,PAL`,
    `2023-10-01,${fennick},Fennick,Sentinel,50.00,PAL`,
    `2023-10-01,${fennick},Fennick,Sentinel,70.00,`,
    `2023-10-01,${fennick},Fennick,Storage,5.00,PAL`,
    `2020-01-01,${fennick},Fennick,Sentinel,5.00,PAL`,
  ],
  'm365.csv': [
    'CustomerTenantId,CustomerName,WorkloadName,MonthlyActiveUsers,PaidAvailableUnits,PartnerAttributionType,Date',
    `${fennick},Fennick,Intune,10,30,CPOR,2023-11-01`,
    `${fennick},Fennick,Intune,20,40,CPOR,2023-11-01`,
    `${fennick},Fennick,Intune,20,40,CPOR,2023-11-01`,
  ],
  'people.csv': [
    'TrainingTitle,TrainingType,IndividualFirstName,IndividualLastName,CorpEmail,TrainingCompletionDate,ExpirationDate',
    'AZ-500,Certification,Mira,Sand,mira@halden.example,2023-01-10,2023-12-14',
    'AZ-500,Certification,Mira,Sand,mira@halden.example,2023-02-10,2024-12-14',
  ],
} as const

async function explained() {
  const folder = temporaryFolder()
  const { path, store } = temporaryWorkspace()
  const paths = Object.entries(files).map(([name, lines]) => {
    writeFileSync(join(folder, name), `${lines.join('\r\n')}\r\n`)
    return join(folder, name)
  })
  const sampleFolder = { write: (name: string) => name }
  const intake = { intake: createIntake(), textFiles: createTextFiles() }
  const writer = writerHandlers({ workspace: store, ...intake, clock, sampleFolder })
  const { id: profileId } = await writer['profiles.add']({ name: 'Acme', mpnId: null }, idle)
  const input = { profileId, paths, mode: 'replace', skipBadRows: false } as const
  await writer['imports.commit'](input, idle)
  const workspace = openReadable(path)
  const reader = readerHandlers({
    ...{ workspace, inspector: createIntake(), clock },
    appVersion: '1.2.3',
  })
  const rows = async (section: string, change: object = {}) => {
    const metricId = section.startsWith('step')
      ? 'intermediate-certifications'
      : 'net-customer-adds'
    const paged = { scope: 'compared', after: 0, limit: 100 } as const
    const asked = { profileId, metricId, section, subject: fennick, ...paged, ...change } as const
    return reader['score.rows'](asked, idle)
  }
  const physical = (name: string) => readFileSync(join(folder, name), 'utf8').split('\r\n')
  return { reader, rows, profileId, physical }
}

const brief = ({ entries }: RowPage) =>
  entries.map(({ file, line, amount, cause }) => [file, line, amount, cause])

describe('from a number to file and line, after a real import', () => {
  it('every Azure row names the line that it stands in, and why it does not count', async () => {
    const { rows, physical } = await explained()
    const page = await rows('azure')
    expect(brief(page)).toEqual([
      ['azure.csv', 2, 60, null],
      ['azure.csv', 6, 50, null],
      ['azure.csv', 7, 70, 'association-missing'],
      ['azure.csv', 8, 5, 'service-not-eligible'],
    ])
    const lines = physical('azure.csv')
    for (const { line, amount } of page.entries.slice(1)) {
      expect(lines[line - 1]).toContain(amount.toFixed(2))
    }
    expect(page).toMatchObject({ rows: 5, next: null })
    expect(brief(await rows('azure', { scope: 'all' }))[4]).toEqual([
      ...['azure.csv', 9, 5, 'outside-window'],
    ])
  })

  it('pages follow each other without a gap', async () => {
    const { rows } = await explained()
    const first = await rows('azure', { limit: 3 })
    const second = await rows('azure', { limit: 3, after: first.next })
    expect([...brief(first), ...brief(second)]).toEqual(brief(await rows('azure')))
    expect(second.next).toBeNull()
  })

  it('of rows about the same seats the first with the most stands', async () => {
    const { rows } = await explained()
    expect(brief(await rows('m365'))).toEqual([
      ['m365.csv', 2, 30, 'superseded'],
      ['m365.csv', 3, 40, null],
      ['m365.csv', 4, 40, 'superseded'],
    ])
  })

  it('certifications name theirs, page by page as well', async () => {
    const { rows } = await explained()
    const person = { subject: 'mira@halden.example', limit: 1 }
    const first = await rows('step-1', person)
    expect(brief(first)).toEqual([['people.csv', 2, 1, 'expired']])
    const second = await rows('step-1', { ...person, after: first.next })
    expect(brief(second)).toEqual([['people.csv', 3, 1, null]])
    expect(second.next).toBeNull()
  })

  it('what is left out names the customers, and whom an association would help', async () => {
    const { reader, profileId } = await explained()
    const asked = { profileId, metricId: 'net-customer-adds', section: 'azure' } as const
    const left = await reader['score.omissions'](asked, idle)
    expect(left).toMatchObject({
      rows: 6,
      counted: [{ window: 'current', rows: 3, subjects: 2, amount: 1_010 }],
      withoutAssociation: {
        total: 1,
        entries: [{ name: 'Fennick', now: 110, unassociated: { rows: 1, amount: 70 } }],
      },
    })
    expect(left.entries.entries[0]).toEqual({
      ...{ cause: 'association-missing', window: 'current', rows: 1, amount: 70 },
      subject: { id: fennick, name: 'Fennick' },
    })
  })

  it.each([
    ['azur', fennick],
    ['azure', '5f0c1a2b-0000-4000-8000-00000000dead'],
    ['step-1', 'nobody@halden.example'],
  ])('section %s and subject %s are refused where they are not there', async (section, subject) => {
    const { rows } = await explained()
    await expect(rows(section, { subject })).rejects.toMatchObject({ code: 'input-invalid' })
  })
})
