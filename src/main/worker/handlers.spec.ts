import { noOverrides } from '../../shared/no-overrides'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { contract, type ProcedureName } from '../../shared/contract'
import { createIntake } from '../intake/intake'
import { createTextFiles } from '../intake/text-files'
import { openReadable } from '../store/open'
import { temporaryFolder, temporaryWorkspace } from '../store/test-support'
import { systemClock } from '../system-clock'
import { exportOf } from '../services/exports'
import { readerHandlers } from './reader-handlers'
import { writerHandlers } from './writer-handlers'

const clock = systemClock('2023-12-15')
const idle = { progress: () => undefined, cancelled: () => false }

/** Both threads' handlers on one workspace: the writer's store, and a second one that may only read. */
function handlers() {
  const folder = temporaryFolder()
  const { path, store } = temporaryWorkspace()
  const readable = openReadable(path)
  const file = (name: string, lines: readonly string[]) => {
    const target = join(folder, name)
    writeFileSync(target, `${lines.join('\r\n')}\r\n`)
    return target
  }
  const write = (name: string, text: string) => file(name, text.trimEnd().split('\r\n'))
  return {
    file,
    reader: readerHandlers({
      workspace: readable,
      inspector: createIntake(),
      clock,
      appVersion: '1.2.3',
    }),
    writer: writerHandlers({
      textFiles: createTextFiles(),
      workspace: store,
      intake: createIntake(),
      clock,
      sampleFolder: { write },
    }),
  }
}

const header = 'Month,CustomerTenantId,CustomerName,ServiceLevel2,ACR_USD,PartnerAttributionType'
const usage = (month: string, usd: number) =>
  `${month},5f0c1a2b-0000-4000-8000-000000000001,Fennick,Key Vault,${String(usd)},PAL`

function importInput(profileId: number, ...paths: readonly string[]) {
  return { profileId, paths, mode: 'replace', skipBadRows: false } as const
}

describe('the handlers of the threads', () => {
  it('answer every procedure that runs there, and nothing else', () => {
    const { reader, writer } = handlers()
    const running = (thread: 'reader' | 'writer') =>
      (Object.keys(contract) as ProcedureName[]).filter((name) => contract[name].runs === thread)
    expect(Object.keys(reader).toSorted()).toEqual(
      [
        ...running('reader'),
        ...['reports.finish', 'data.write', 'workspace.copy', 'workspace.prove'],
      ].toSorted(),
    )
    expect(Object.keys(writer).toSorted()).toEqual(
      [...running('writer'), 'imports.save-rejects', 'reports.record'].toSorted(),
    )
  })
})

describe('what the writer changes', () => {
  it('is what the reader sees: profiles', async () => {
    const { reader, writer } = handlers()
    const acme = await writer['profiles.add']({ name: 'Acme', mpnId: '77' }, idle)
    expect(await reader['profiles.list']({}, idle)).toMatchObject([
      { id: acme.id, name: 'Acme', scoreDate: '2023-12-15', files: 0 },
    ])
    expect(await reader['portfolio.list']({}, idle)).toMatchObject([{ score: null }])
    expect(await writer['profiles.remove']({ profileId: acme.id }, idle)).toEqual({})
    expect(await reader['profiles.list']({}, idle)).toEqual([])
  })

  it('is what the reader sees: settings', async () => {
    const { reader, writer } = handlers()
    await writer['settings.set']({ firm: 'Brook & Partners' }, idle)
    expect(await reader['settings.get']({}, idle)).toMatchObject({
      appearance: 'system',
      firm: 'Brook & Partners',
      pageSize: 'A4',
    })
  })

  it('is what is searched, logged, copied and proved', async () => {
    const { reader, writer, file } = handlers()
    const { id } = await writer['profiles.add']({ name: 'Acme', mpnId: null }, idle)
    const path = file('usage.csv', [header, usage('2023-11-01', 100)])
    await writer['imports.commit'](importInput(id, path), idle)
    const people = file('people.csv', [
      'IndividualFirstName,CorpEmail,TrainingTitle,TrainingCompletionDate',
      'Ines,ines@x.example,SC-200,2023-01-02',
    ])
    await writer['imports.commit'](importInput(id, people), idle)
    expect(await reader['search.find']({ profileId: id, text: 'fenn' }, idle)).toEqual({
      customers: [{ id: '5f0c1a2b-0000-4000-8000-000000000001', name: 'Fennick' }],
      people: [],
    })
    expect(await reader['search.find']({ profileId: id, text: 'ines@' }, idle)).toEqual({
      customers: [],
      people: [{ id: 'ines@x.example', name: 'Ines' }],
    })
    const log = await reader['workspace.audit']({}, idle)
    expect(log.map(({ action }) => action)).toEqual([
      ...['files-imported', 'files-imported', 'profile-added'],
    ])
    expect(log.at(-1)).toMatchObject({ subject: 'Acme', details: { id } })
    expect((await reader['workspace.state']({}, idle)).bytes).toBeGreaterThan(4_096)
    const target = join(temporaryFolder(), 'copy.seventy')
    const copy = await reader['workspace.copy']({ path: target }, idle)
    expect(copy.name).toBe('copy.seventy')
    expect(await reader['workspace.prove']({}, idle)).toMatchObject({ ok: true })
    const stopped = { ...idle, cancelled: () => true }
    const cancelled = expect.objectContaining({ code: 'cancelled' }) as unknown
    await expect(async () => reader['workspace.prove']({}, stopped)).rejects.toEqual(cancelled)
  })

  it('is nothing while an import is only checked', async () => {
    const { reader, writer, file } = handlers()
    const { id } = await writer['profiles.add']({ name: 'Acme', mpnId: null }, idle)
    const path = file('usage.csv', [header, usage('2023-11-01', 100)])
    expect(await writer['imports.check'](importInput(id, path), idle)).toMatchObject({
      files: [{ status: 'imported', rows: { accepted: 1 } }],
    })
    expect(await reader['imports.list']({ profileId: id }, idle)).toEqual([])
    await writer['imports.commit'](importInput(id, path), idle)
    expect(await reader['imports.list']({ profileId: id }, idle)).toMatchObject([
      { name: 'usage.csv', rowsAccepted: 1, months: ['2023-11'] },
    ])
  })

  it('changes the score that was asked for before', async () => {
    const { reader, writer, file } = handlers()
    const { id } = await writer['profiles.add']({ name: 'Acme', mpnId: null }, idle)
    const customers = async () => {
      const score = await reader['score.get']({ profileId: id, asOf: '2023-12-15' }, idle)
      return score.metrics[0]?.streams?.[0]?.current
    }
    expect(await customers()).toBeNull()
    const first = file('first.csv', [header, usage('2023-11-01', 99.99)])
    await writer['imports.commit'](importInput(id, first), idle)
    expect(await customers()).toBe(0)
    const newer = file('newer.csv', [header, usage('2023-11-01', 100)])
    await writer['imports.commit'](importInput(id, newer), idle)
    expect(await customers()).toBe(1)
  })
})

describe('an import that is asked to stop', () => {
  it('ends as cancelled, and nothing is stored', async () => {
    const { reader, writer, file } = handlers()
    const { id } = await writer['profiles.add']({ name: 'Acme', mpnId: null }, idle)
    const path = file('usage.csv', [header, usage('2023-11-01', 100)])
    const stopped = { ...idle, cancelled: () => true }
    for (const name of ['imports.check', 'imports.commit'] as const)
      await expect(writer[name](importInput(id, path), stopped)).rejects.toMatchObject({
        code: 'cancelled',
      })
    expect(await reader['imports.list']({ profileId: id }, idle)).toEqual([])
  })
})

describe('the reader', () => {
  it('explains one metric and leaves the rest of the request as it is', async () => {
    const { reader, writer } = handlers()
    const [partner] = await writer['sample.create']({}, idle)
    const input = {
      profileId: partner?.id ?? 0,
      asOf: '2023-12-15',
      metricId: 'deployments',
    } as const
    const readings = { streamFloor: 'sum' } as const
    const detail = await reader['score.metric']({ ...input, readings }, idle)
    expect(detail.metric.id).toBe('deployments')
    expect(detail.score.readings.streamFloor).toBe('sum')
    expect(contract['score.metric'].output.parse(detail)).toEqual(detail)
  })

  it('explains what changed between two dates, with as many causes as asked for', async () => {
    const { reader, writer } = handlers()
    const [partner] = await writer['sample.create']({}, idle)
    const dates = { from: '2023-11-15', to: '2023-12-15' }
    const changes = await reader['score.changes'](
      { profileId: partner?.id ?? 0, ...dates, limit: 3 },
      idle,
    )
    expect(changes).toMatchObject({ from: { asOf: dates.from }, to: { asOf: dates.to } })
    expect(changes.causes).toHaveLength(4)
    expect(contract['score.changes'].output.parse(changes)).toEqual(changes)
  })

  it('plans the ways to the threshold for a later day, within the limits', async () => {
    const { reader, writer } = handlers()
    const [partner] = await writer['sample.create']({}, idle)
    const plan = await reader['score.plan'](
      {
        profileId: partner?.id ?? 0,
        asOf: '2023-12-15',
        by: '2025-06-01',
        settings: { effort: {}, limit: { 'azure-growth': 0 } },
      },
      idle,
    )
    expect(plan).toMatchObject({ by: '2025-06-01', proven: true })
    expect(plan.levers.find(({ id }) => id === 'azure-growth')?.limit).toBe(0)
    expect(contract['score.plan'].output.parse(plan)).toEqual(plan)
  })

  it('gives the forecast of a profile in the words of the contract', async () => {
    const { reader, writer } = handlers()
    const [partner] = await writer['sample.create']({}, idle)
    const input = { profileId: partner?.id ?? 0, asOf: '2023-12-15', months: 2 }
    const forecast = await reader['score.forecast'](input, idle)
    expect(forecast.points).toHaveLength(2)
    expect(contract['score.forecast'].output.parse(forecast)).toEqual(forecast)
  })

  it('saves scenarios and compares them with the score as it is', async () => {
    const { reader, writer } = handlers()
    const [partner] = await writer['sample.create']({}, idle)
    const profileId = partner?.id ?? 0
    const overrides = { ...noOverrides, usage: { azurePercent: 0, m365Percent: 100 } }
    const { id } = await writer['scenarios.create'](
      { profileId, name: 'No Azure', overrides },
      idle,
    )
    await writer['scenarios.change']({ scenarioId: id, name: 'Azure lost' }, idle)
    const copy = await writer['scenarios.duplicate']({ scenarioId: id }, idle)
    await writer['scenarios.remove']({ scenarioId: copy.id }, idle)
    const saved = await reader['scenarios.list']({ profileId }, idle)
    expect(saved).toMatchObject([{ id, name: 'Azure lost', overrides }])
    const date = { profileId, asOf: '2023-12-15' }
    const comparison = await reader['scenarios.compare'](
      { ...date, scenarios: saved.map((each) => each.overrides) },
      idle,
    )
    expect(contract['scenarios.compare'].output.parse(comparison)).toEqual(comparison)
    expect(comparison.scenarios).toMatchObject([{ status: 'scored', score: { attained: false } }])
    const choices = await reader['scenarios.choices']({ ...date, search: '', limit: 5 }, idle)
    expect(contract['scenarios.choices'].output.parse(choices)).toEqual(choices)
    expect(choices.customers).toHaveLength(5)
  })

  it('makes the model of a report, and a printed page into a document with that model', async () => {
    const { reader, writer } = handlers()
    const [partner] = await writer['sample.create']({}, idle)
    const input = { profileId: partner?.id ?? 0, asOf: '2023-12-15', pageSize: 'A4' } as const
    const model = await reader['reports.model'](input, idle)
    expect(model).toMatchObject({ client: partner?.name, appVersion: '1.2.3', sample: true })
    expect(model.reportId).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    const page = await PDFDocument.create()
    page.addPage()
    const finished = await reader['reports.finish']({ pdf: await page.save(), model }, idle)
    const document = await PDFDocument.load(finished, { updateMetadata: false })
    expect(document.getTitle()).toContain(partner?.name)
  })

  it('remembers what left the program, the last one first', async () => {
    const { reader, writer } = handlers()
    const [partner] = await writer['sample.create']({}, idle)
    const profileId = partner?.id ?? 0
    const model = await reader['reports.model']({ profileId, pageSize: 'A4' }, idle)
    for (const name of ['first.pdf', 'second.pdf']) {
      const written = { name, bytes: 12, sha256: 'b'.repeat(64) }
      await writer['reports.record'](exportOf(model, profileId, 'pdf', written), idle)
    }
    expect(await reader['reports.history']({ profileId }, idle)).toMatchObject([
      { fileName: 'second.pdf', totalShown: model.score.totalShown },
      { fileName: 'first.pdf', reportId: model.reportId, edition: model.score.edition },
    ])
  })

  it.each(['score.get', 'imports.list', 'reports.model'] as const)(
    'refuses %s of a partner that is gone',
    (name) => {
      const { reader } = handlers()
      const input = { profileId: 99, pageSize: 'A4' } as const
      expect(() => reader[name](input, idle)).toThrow(
        expect.objectContaining({ code: 'profile-not-found', details: { profileId: 99 } }),
      )
    },
  )
})
