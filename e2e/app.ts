import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import {
  _electron,
  test as base,
  expect,
  type ElectronApplication,
  type Page,
} from '@playwright/test'
import { seventy } from './command-line'

export const root = resolve(import.meta.dirname, '..')

/** The date on which the sample's scores stand; the clock of every run is stopped here. */
export const today = '2023-12-15'

/** A running app and its window. */
export interface RunningApp {
  readonly app: ElectronApplication
  readonly page: Page
  /** What the page or the runtime should not have done: policy violations, requests, unscripted dialogs. */
  readonly complaints: string[]
}

export interface Bench {
  /** The user's data folder of this test. */
  readonly dataFolder: string
  readonly workspace: string
  /** What the app is started with, besides its executable. */
  readonly environment: Readonly<Record<string, string>>
  /** Writes a file into the data folder and says where. */
  readonly file: (name: string, content: string | Uint8Array) => string
  /** Starts the app; a test may start it again after closing it. */
  start(environment?: Record<string, string>): Promise<RunningApp>
  /** The command line on the same workspace. */
  readonly cli: (...args: string[]) => ReturnType<typeof seventy>
}

export const test = base.extend<{ bench: Bench }>({
  // Playwright demands a destructured first argument even where nothing is taken from it.
  // eslint-disable-next-line no-empty-pattern
  bench: async ({}, use) => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'seventy-e2e-'))
    const workspace = join(dataFolder, 'workspace.seventy')
    const report = join(dataFolder, 'runtime-report.jsonl')
    const started: RunningApp[] = []
    const environment = {
      ...inherited(),
      SEVENTY_DATA_DIR: dataFolder,
      SEVENTY_HOST_REPORT: report,
    }
    await use({
      dataFolder,
      workspace,
      environment,
      file: (name, content) => {
        const path = join(dataFolder, name)
        writeFileSync(path, content)
        return path
      },
      start: async (more = {}) => {
        const running = await launch({ ...environment, ...more })
        started.push(running)
        return running
      },
      cli: (...args) => seventy([...args, '--workspace', workspace]),
    })
    for (const { app } of started) await app.close()
    const complaints = started.flatMap((running) => running.complaints)
    const reported = existsSync(report) ? readFileSync(report, 'utf8').trim() : ''
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 })
    expect(complaints, 'policy violations and errors of the page').toEqual([])
    expect(reported, 'requests and dialogs that nobody expected').toBe('')
  },
})

export { expect }

async function launch(environment: Record<string, string>): Promise<RunningApp> {
  const realOnLinux = process.env['E2E_KIND'] === 'electron' && process.platform === 'linux'
  const app = await _electron.launch({
    executablePath: process.env['E2E_EXECUTABLE'] ?? '',
    args: [...(realOnLinux ? ['--no-sandbox'] : []), root],
    env: { ...environment, LANG: 'en_US.UTF-8', TZ: 'UTC', SEVENTY_TODAY: today },
  })
  const page = await app.firstWindow()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  await page.waitForURL('**/index.html**')
  return { app, page, complaints }
}

function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
}

/** Answers the next open dialogs with these files. */
export async function scriptOpenDialog(
  app: ElectronApplication,
  filePaths: readonly string[],
): Promise<void> {
  await app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...paths] })
  }, filePaths)
}

/** Answers the next save dialogs with this file. */
export async function scriptSaveDialog(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, filePath)
}
