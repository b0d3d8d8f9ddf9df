import { onTestFinished } from 'vitest'
import { SeventyError } from '../../../shared/errors'
import { importFiles, type ImportContext, type ImportRequest } from '../import-files'
import type { Intake } from '../intake-ports'
import type { Clock, WritableLayouts, WritableWorkspace } from '../ports'

/**
 * Imports of real files into a real workspace, for the specs of the use case. The projects of store
 * and intake are built on this one, so they are loaded at run time and held to the ports that they
 * implement; nothing of them is known here.
 */
const adapters = {
  store: '../../store/open',
  intake: '../../intake/intake',
  files: '../../intake/testing/files',
}
const { openWritable } = (await import(adapters.store)) as {
  openWritable(
    path: string,
    options: { readonly create: boolean },
  ): WritableWorkspace & WritableLayouts
}
const { createIntake } = (await import(adapters.intake)) as {
  createIntake(options: { readonly bufferBytes: number }): Intake
}
const { fileOf, hashOf, temporaryFolder } = (await import(adapters.files)) as {
  fileOf(content: string, name: string): string
  hashOf(path: string): string | undefined
  temporaryFolder(): string
}

const clock: Clock = { today: () => 19_706, now: () => '2023-12-15T08:00:00.000Z' }

export function tenant(number: number): string {
  return `0b9a52b1-6d6f-4f0e-9f0c-${String(number).padStart(12, '0')}`
}

export type AzureLine = readonly [month: string, acr: string, service?: string]

/** An Azure usage file with a tenant of its own in every row; the tenants of two files are the same. */
export function azure(rows: readonly AzureLine[]): string {
  const lines = rows.map(
    ([month, acr, service = 'Sentinel'], row) => `${month},${tenant(row)},${service},${acr},PAL`,
  )
  return ['Month,CustomerTenantId,Service,ACR,AssociationType', ...lines, ''].join('\n')
}

export const seats = `Date,CustomerTenantId,Workload,PaidSeats,MAU,AssociationType
2023-11,${tenant(1)},Intune,100,40,CPOR
`
export const trainings = `Certification name,Email,Completion date,Expiry date
SC-200,ines@quillrye.example,2023-05-30,
`

/** A workspace with one profile, and what a spec asks of it. Gone after the test. */
export function setUp(change: Partial<ImportContext> = {}) {
  const path = `${temporaryFolder()}/workspace.seventy`
  const workspace = openWritable(path, { create: true })
  onTestFinished(() => workspace.close())
  const profile = { name: 'Nordlicht IT', mpnId: null, sample: false }
  const { id: profileId } = workspace.transaction(() => workspace.addProfile(profile, clock.now()))
  const context: ImportContext = {
    workspace,
    intake: createIntake({ bufferBytes: 64 }),
    clock,
    control: { progress: () => undefined, cancelled: () => false },
    ...change,
  }
  let files = 0
  const request = (
    contents: readonly string[],
    options: Partial<ImportRequest> = {},
  ): ImportRequest => ({
    profileId,
    paths: contents.map((content) => fileOf(content, `file-${++files}.csv`)),
    mode: 'replace',
    skipBadRows: false,
    ...options,
  })
  return {
    context,
    request,
    /** Imports files with these contents. */
    store: (contents: readonly string[], options?: Partial<ImportRequest>) =>
      importFiles(context, request(contents, options)),
    /** The bytes of the workspace and of its log. */
    bytes: () => [hashOf(path), hashOf(`${path}-wal`)],
    totals: () => Array.from(workspace.facts(profileId).azure.microUsd),
    facts: () => workspace.facts(profileId),
    state: () => workspace.profileState(profileId),
    names: () => workspace.files(profileId).map(({ name, months }) => [name, ...months]),
  }
}

/** The error that `work` ends with; a test that expects one fails when there is none. */
export function faultOf(work: () => unknown): SeventyError {
  try {
    work()
  } catch (error) {
    if (error instanceof SeventyError) return error
    throw error
  }
  throw new Error('No error was thrown.')
}
