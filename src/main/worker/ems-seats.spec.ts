import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
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

const cpor = (workload: string, paid: number, active: number) =>
  `2023-11,${fennick},${workload},${paid},${active},CPOR`
const ems = (intunePaid: number, intuneActive: number, identityActive: number) =>
  `2023-11,${fennick},${intunePaid},${intuneActive},${identityActive},CPOR`

/** A score of seats that the CPOR and the Enterprise Mobility report tell of. */
async function scored(files: { readonly cpor?: string[]; readonly ems?: string[] }) {
  const folder = temporaryFolder()
  const { path, store } = temporaryWorkspace()
  const workspace = openReadable(path)
  onTestFinished(() => workspace.close())
  const write = (name: string, lines: readonly string[]) => {
    writeFileSync(join(folder, name), lines.join('\n'))
    return join(folder, name)
  }
  const intake = createIntake()
  const reader = readerHandlers({ workspace, inspector: intake, clock, appVersion: '1.2.3' })
  const writer = writerHandlers({
    ...{ workspace: store, clock, intake, textFiles: createTextFiles() },
    sampleFolder: { write: (name) => name },
  })
  const { id: profileId } = await writer['profiles.add']({ name: 'Acme', mpnId: null }, idle)
  const common = 'AssociationType'
  const paths = [
    write('cpor.csv', [
      `Month,CustomerTenantId,Workload,PaidSeats,MAU,${common}`,
      cpor('Exchange', 1, 1),
      ...(files.cpor ?? []),
    ]),
    write('ems.csv', [
      `Month,CustomerTenantId,IntunePaidAvailableUnits,IntuneMonthlyActiveUsers,AATPActiveUsage,${common}`,
      ...(files.ems ?? [ems(0, 0, 0)]),
    ]),
  ]
  const input = { profileId, paths, mode: 'replace', skipBadRows: false } as const
  await writer['imports.commit'](input, idle)
  const score = await reader['score.get']({ profileId, asOf: '2023-12-15' }, idle)
  const current = (metric: string) =>
    score.metrics.find(({ id }) => id === metric)?.streams?.find(({ id }) => id === 'm365')?.current
  const rows = async () => {
    const asked = { metricId: 'usage-growth', section: 'm365', subject: fennick } as const
    const paged = { scope: 'compared', after: 0, limit: 100 } as const
    const { entries } = await reader['score.rows']({ profileId, ...asked, ...paged }, idle)
    return entries.map(({ file, line, paidSeats, cause }) => [file, line, paidSeats, cause])
  }
  return { current, rows }
}

describe('seats that two reports tell of', () => {
  it('count once: of one tenant, workload and month the most paid stand, from either report', async () => {
    const more = await scored({
      cpor: [cpor('Intune', 30, 20)],
      ems: [ems(20, 6, 0), ems(25, 4, 0)],
    })
    expect(more.current('net-customer-adds')).toBe(1)
    expect(more.current('usage-growth')).toBe(10)
    expect((await more.rows()).filter(([, , paid]) => Number(paid) > 1)).toEqual([
      ['cpor.csv', 3, 30, 'superseded'],
      ['ems.csv', 2, 45, null],
    ])
    const fewer = await scored({ cpor: [cpor('Microsoft Intune', 50, 20)], ems: [ems(45, 10, 0)] })
    expect(fewer.current('usage-growth')).toBe(20)
  })

  it('count from the Enterprise Mobility report alone, over the subscriptions of a tenant', async () => {
    const { current } = await scored({ ems: [ems(13, 3, 0), ems(12, 3, 0)] })
    expect([current('net-customer-adds'), current('deployments')]).toEqual([1, 1])
  })

  it('make nothing of active users whose paid seats nobody reported', async () => {
    const alone = await scored({ ems: [ems(0, 0, 400)] })
    expect([alone.current('net-customer-adds'), alone.current('usage-growth')]).toEqual([0, 0])
    const paid = [cpor('Microsoft Defender for Identity', 60, 25)]
    const both = await scored({ cpor: paid, ems: [ems(0, 0, 400)] })
    expect([both.current('net-customer-adds'), both.current('usage-growth')]).toEqual([1, 25])
  })
})
