import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createIntake } from '../intake/intake'
import { createTextFiles } from '../intake/text-files'
import december from '../rules/editions/security-2023-12.json'
import { openReadable } from '../store/open'
import { temporaryFolder, temporaryWorkspace } from '../store/test-support'
import { systemClock } from '../system-clock'
import { readerHandlers } from './reader-handlers'
import { writerHandlers } from './writer-handlers'

const clock = systemClock('2023-12-15')
const idle = { progress: () => undefined, cancelled: () => false }
const failing = (code: string) => expect.objectContaining({ code })

/** Both threads on one workspace with one partner: 2,500 dollars of Key Vault, nothing a year ago. */
async function workspace() {
  const folder = temporaryFolder()
  const { path, store } = temporaryWorkspace()
  const readable = openReadable(path)
  onTestFinished(() => readable.close())
  const write = (name: string, text: string) => {
    const target = join(folder, name)
    writeFileSync(target, text)
    return target
  }
  const reader = readerHandlers({
    ...{ workspace: readable, inspector: createIntake(), clock },
    appVersion: '1.2.3',
  })
  const writer = writerHandlers({
    ...{ workspace: store, clock, intake: createIntake(), textFiles: createTextFiles() },
    sampleFolder: { write },
  })
  const { id: profileId } = await writer['profiles.add']({ name: 'Acme', mpnId: null }, idle)
  const usage = [
    'Month,CustomerTenantId,CustomerName,ServiceLevel2,ACR_USD,PartnerAttributionType',
    '2023-11,5f0c1a2b-0000-4000-8000-000000000001,Fennick,Key Vault,2500,PAL',
  ]
  const paths = [write('usage.csv', `${usage.join('\n')}\n`)]
  await writer['imports.commit']({ profileId, paths, mode: 'replace', skipBadRows: false }, idle)
  const edition = (change: object = {}) =>
    write('rules.json', JSON.stringify({ ...december, id: 'house-rules', ...change }))
  const score = (named?: string) => reader['score.get']({ profileId, edition: named }, idle)
  return { folder, write, reader, writer, profileId, edition, score, readable }
}

/** The December rules with half a point for every 1,250 dollars of growth. */
const halved = december.metrics.map((metric) =>
  metric.id === 'usage-growth'
    ? { ...metric, streams: { azure: { points: '1/2', perUsd: 1250 } } }
    : metric,
)

describe('a custom edition', () => {
  it('is checked, added, listed, scored with and marked wherever its score goes', async () => {
    const { reader, writer, profileId, edition, score } = await workspace()
    const paths = [edition({ metrics: halved })]
    const checked = await writer['editions.check']({ paths }, idle)
    expect(checked).toMatchObject({ name: 'rules.json', problems: [], view: { summary: {} } })
    expect(await reader['editions.list']({}, idle)).toHaveLength(4)

    const added = await writer['editions.add']({ paths }, idle)
    expect(added).toMatchObject({ id: 'house-rules', custom: true, file: { name: 'rules.json' } })
    expect((await reader['editions.list']({}, idle)).at(-1)).toEqual(added)
    expect((await reader['editions.get']({ id: 'house-rules' }, idle)).sections).not.toEqual([])

    const scored = await score('house-rules')
    expect(scored).toMatchObject({ edition: 'house-rules', custom: true })
    expect(scored.metrics.at(-1)).toMatchObject({ id: 'usage-growth', points: 1 })
    expect(scored.warnings[0]?.code).toBe('edition-custom')
    expect((await score()).edition).toBe('security-2023-12')

    await writer['editions.choose']({ profileId, edition: 'house-rules' }, idle)
    const model = await reader['reports.model']({ profileId, pageSize: 'A4' }, idle)
    expect(model.edition).toMatchObject({ id: 'house-rules', custom: true })
    expect(model.imprint).toContain('using rule edition house-rules (custom)')
  })

  it('decides for a partner that it was chosen for, on every date, until it is removed', async () => {
    const { reader, writer, profileId, edition, score } = await workspace()
    await writer['editions.add']({ paths: [edition()] }, idle)
    await writer['editions.choose']({ profileId, edition: 'house-rules' }, idle)
    expect((await score()).edition).toBe('house-rules')
    const trend = { profileId, from: '2023-11', to: '2023-12' }
    const { points } = await reader['score.trend'](trend, idle)
    expect(points.map((point) => point.edition)).toEqual(['house-rules', 'house-rules'])
    expect((await reader['portfolio.list']({}, idle))[0]?.score?.custom).toBe(true)
    expect((await reader['editions.get']({ id: 'house-rules' }, idle)).summary.chosenBy).toEqual([
      profileId,
    ])

    await writer['editions.remove']({ id: 'house-rules' }, idle)
    expect((await score()).edition).toBe('security-2023-12')
    expect(() => writer['editions.remove']({ id: 'house-rules' }, idle)).toThrow(
      failing('edition-not-found'),
    )
  })

  it('may be replaced by another of its id once it is removed, and is then scored anew', async () => {
    const { writer, edition, score } = await workspace()
    await writer['editions.add']({ paths: [edition()] }, idle)
    expect((await score('house-rules')).metrics.at(-1)?.points).toBe(2)
    await writer['editions.remove']({ id: 'house-rules' }, idle)
    await writer['editions.add']({ paths: [edition({ metrics: halved })] }, idle)
    expect((await score('house-rules')).metrics.at(-1)?.points).toBe(1)
  })

  it('survives the partner it was chosen for', async () => {
    const { reader, writer, profileId, edition, readable } = await workspace()
    await writer['editions.add']({ paths: [edition()] }, idle)
    await writer['editions.choose']({ profileId, edition: 'house-rules' }, idle)
    await writer['profiles.remove']({ profileId }, idle)
    expect((await reader['editions.list']({}, idle)).at(-1)?.chosenBy).toEqual([])
    expect(readable.verify().ok).toBe(true)
  })

  it('says beside which editions it stands, which keeps it from nothing', async () => {
    const { writer, edition } = await workspace()
    const { notices } = await writer['editions.check']({ paths: [edition()] }, idle)
    expect(notices.map(({ code }) => code)).toEqual(['validity-overlap'])
  })
})

describe('the file of an edition', () => {
  it.each(['security-2023-12', 'house-rules'])('may not take the id %s', async (id) => {
    const { writer, edition } = await workspace()
    await writer['editions.add']({ paths: [edition()] }, idle)
    const paths = [edition({ id })]
    const { problems, view } = await writer['editions.check']({ paths }, idle)
    expect(problems).toMatchObject([{ code: 'id-taken', path: 'id' }])
    expect(view).toBeNull()
    expect(() => writer['editions.add']({ paths }, idle)).toThrow(failing('edition-id-taken'))
  })

  it('is told all that is wrong with it, and stores nothing', async () => {
    const { reader, writer, edition } = await workspace()
    const paths = [edition({ threshold: 0, colour: 'blue' })]
    const { problems } = await writer['editions.check']({ paths }, idle)
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['out-of-range', 'threshold'],
      ['unknown-key', 'colour'],
    ])
    expect(() => writer['editions.add']({ paths }, idle)).toThrow(failing('edition-invalid'))
    expect(await reader['editions.list']({}, idle)).toHaveLength(4)
  })

  it.each([
    ['file-too-large', ' '.repeat(1024 * 1024 + 1)],
    ['file-empty', ''],
  ])('is refused with %s before it is read', async (code, text) => {
    const { write, writer } = await workspace()
    const paths = [write('rules.json', text)]
    expect(() => writer['editions.check']({ paths }, idle)).toThrow(failing(code))
  })

  it('has to be a text file that is there', async () => {
    const { folder, writer } = await workspace()
    const binary = join(folder, 'binary.json')
    writeFileSync(binary, Buffer.from([0x7b, 0xff, 0xfe]))
    mkdirSync(join(folder, 'folder.json'))
    const check = (name: string) => () =>
      writer['editions.check']({ paths: [join(folder, name)] }, idle)
    expect(check('binary.json')).toThrow(failing('file-not-text'))
    expect(check('folder.json')).toThrow(failing('file-unreadable'))
    expect(check('nowhere.json')).toThrow(failing('file-unreadable'))
  })
})

it('the editions of the product cannot be removed, but chosen and compared', async () => {
  const { reader, writer, profileId, score } = await workspace()
  expect(() => writer['editions.remove']({ id: 'security-2023-12' }, idle)).toThrow(
    failing('edition-built-in'),
  )
  await writer['editions.choose']({ profileId, edition: 'security-2023-06' }, idle)
  expect((await score()).edition).toBe('security-2023-06')
  await writer['editions.choose']({ profileId, edition: null }, idle)
  expect((await score()).edition).toBe('security-2023-12')
  expect(() => writer['editions.choose']({ profileId, edition: 'none' }, idle)).toThrow(
    failing('edition-not-found'),
  )
  const ids = { left: 'security-2023-06', right: 'security-2023-12' }
  expect((await reader['editions.compare'](ids, idle)).differences).toHaveLength(3)
})
