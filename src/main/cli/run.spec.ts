import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { commandLine, withPartner, type CommandLine, type Failure } from './testing/command-line'
import { commandNames, usageOf, usageText } from './usage'

/** Runs a command that fails, both ways, and checks what every failure has in common. */
async function failure(line: CommandLine, ...argv: readonly string[]) {
  const plain = await line.run(...argv)
  const scripted = await line.run(...argv, '--json')
  const { error } = JSON.parse(scripted.stdout) as Failure
  expect(plain.stderr).toMatch(/^error\[[a-z-]+\]: [^\n]+\n$/)
  expect(plain.stderr).toContain(`error[${error.code}]: `)
  expect(scripted).toMatchObject({ status: plain.status, stderr: plain.stderr })
  expect(Object.keys(error)).toEqual(['code', 'message', 'details'])
  return { status: plain.status, code: error.code, message: error.message }
}

describe('help', () => {
  it.each([[[]], [['--help']], [['help']]])('of everything is what %j prints', async (argv) => {
    expect(await commandLine().run(...argv)).toEqual({ status: 0, stdout: usageText, stderr: '' })
  })

  it('of a command is printed without looking at its other options', async () => {
    const { status, stdout } = await commandLine().run('score', '--nonsense', '--help')
    expect([status, stdout]).toEqual([0, `${usageOf.score}\n`])
  })
})

describe('wrong usage', () => {
  it.each([
    [['dance'], `There is no command "dance". Known: ${commandNames.join(', ')}.`],
    [['score'], 'score needs --profile NAME. See: score --help'],
    [['score', '--profile', 'A', '--as-of', '15.12.2023'], /as YYYY-MM-DD, not "15\.12\.2023"/],
    [['score', '--profile', 'A', '--as-of', '2023-02-30'], /not "2023-02-30"/],
    [['score', '--profile', 'A', '--since', 'last month'], /--since .+ not "last month"/],
    [
      ['score', '--profile', 'A', '--as-of', '2023-11-30', '--since', '2023-12-01'],
      /2023-12-01 is after 2023-11-30/,
    ],
    [['score', '--profile', 'A', '--reading', 'mood=good'], /--reading takes streamFloor or /],
    [['score', '--profile', 'A', '--reading', 'seatScope=room'], /takes workload or tenant/],
    [['score', '--profile', 'A', '--reading', 'seatScope'], /takes ID=VALUE, not "seatScope"/],
    [['score', '--profile', 'A', '--reading', 'growthSteps=whole=x'], /not "whole=x"/],
    [['score', '--profile', 'Acme', 'Corp'], /does not take "Corp"/],
    [['profile'], 'profile takes add, list or remove. See: profile --help'],
    [['profile', 'add'], 'profile needs --name NAME. See: profile --help'],
    [['profile', 'add', 'Acme', '--name', 'A'], /does not take "Acme"/],
    [['profile', 'remove', 'Acme', 'Corp'], /needs the NAME of a profile/],
    [['import', '--profile', 'A'], 'import needs at least one FILE. See: import --help'],
    [['import', '--profile', 'A', 'f.csv', '--mode', 'merge'], /replace or append, not "merge"/],
    [
      ['report', '--profile', 'A', '--out', 'report.docx'],
      /ending in \.pdf or \.xlsx or \.csv or \.html or \.json/,
    ],
    [['report', '--profile', 'A'], 'report needs --out FILE. See: report --help'],
    [['sample'], 'sample needs --out-dir DIR. See: sample --help'],
    [['verify', 'everything'], /does not take "everything"/],
    [['verify', '--fast'], "Unknown option '--fast'. See: verify --help"],
  ])('%j ends with status 2 and says what is right', async (argv, message) => {
    const given = await failure(commandLine(), ...argv)
    expect(given).toMatchObject({ status: 2, code: 'usage' })
    expect(given.message).toMatch(message)
  })
})

describe('rejected input', () => {
  it('ends with status 3, one line, and the account of every file in the document', async () => {
    const line = commandLine()
    await line.run('profile', 'add', '--name', 'Acme')
    const path = join(line.folder, 'empty.csv')
    writeFileSync(path, '')
    const given = await failure(line, 'import', '--profile', 'Acme', path)
    expect(given).toMatchObject({ status: 3, code: 'file-empty' })
    const document = await line.json('import', '--profile', 'Acme', path)
    expect(document).toMatchObject({ files: [{ path, status: 'rejected' }] })
    expect(document['error']).not.toHaveProperty('details.files')
  })

  it('is a second profile of the same name, whatever its case', async () => {
    const line = commandLine()
    await line.run('profile', 'add', '--name', 'Acme')
    expect(await failure(line, 'profile', 'add', '--name', 'ACME')).toMatchObject({
      status: 3,
      code: 'profile-exists',
    })
  })

  it('is a name that is too long', async () => {
    const name = 'x'.repeat(121)
    expect(await failure(commandLine(), 'profile', 'add', '--name', name)).toMatchObject({
      status: 3,
      code: 'profile-name-invalid',
    })
  })
})

describe('what is not found', () => {
  it('ends with status 4: a workspace, a profile, an edition', async () => {
    const line = commandLine()
    expect(await failure(line, 'score', '--profile', 'Acme')).toMatchObject({
      status: 4,
      code: 'workspace-not-found',
    })
    await line.run('profile', 'add', '--name', 'Acme')
    expect(await failure(line, 'score', '--profile', 'Apex')).toMatchObject({
      status: 4,
      code: 'profile-not-found',
      message: expect.stringContaining('Known: Acme.') as string,
    })
    expect(
      await failure(line, 'score', '--profile', 'Acme', '--edition', 'security-1999'),
    ).toMatchObject({ status: 4, code: 'edition-not-found' })
    expect(await failure(line, 'profile', 'remove', 'Apex')).toMatchObject({ status: 4 })
  })
})

describe('a workspace that cannot be used', () => {
  it.each([
    ['workspace-foreign', 'PRAGMA application_id = 7'],
    ['workspace-newer', 'PRAGMA user_version = 9999'],
  ])('ends with status 5 and %s', async (code, sql) => {
    const line = commandLine()
    await line.run('profile', 'add', '--name', 'Acme')
    const database = new Database(line.workspace)
    database.exec(sql)
    database.close()
    expect(await failure(line, 'profile', 'list')).toMatchObject({ status: 5, code })
  })

  it('is damaged when its file is cut short', async () => {
    const line = commandLine()
    writeFileSync(line.workspace, 'SQLite format 3\0')
    expect(await failure(line, 'profile', 'list')).toMatchObject({
      status: 5,
      code: 'workspace-damaged',
    })
  })

  it('is found by verify, which shows every check and fails', async () => {
    const line = commandLine()
    await withPartner(line)
    const database = new Database(line.workspace)
    database.exec('UPDATE azure_usage SET micro_usd = micro_usd + 1 WHERE id = 1')
    database.close()
    const given = await failure(line, 'verify')
    expect(given).toMatchObject({ status: 5, code: 'workspace-damaged' })
    expect(given.message).toContain('(rollups)')
    expect((await line.run('verify')).stdout).toMatch(/^ok {4}header: .*\n[^]*FAIL {2}rollups: /)
    const document = await line.json('verify')
    expect(Object.keys(document)).toEqual(['ok', 'schemaVersion', 'checks', 'error'])
    expect(document['ok']).toBe(false)
  })
})

describe('a fault of the program', () => {
  it('ends with status 1 and one line, however many its message has', async () => {
    const clock = {
      today: () => {
        throw new Error('no\n  time')
      },
      now: () => '',
    }
    expect(await failure(commandLine({ clock }), 'score', '--profile', 'A')).toEqual({
      status: 1,
      code: 'internal',
      message: 'Something went wrong inside Seventy: no\n  time',
    })
    const { stderr } = await commandLine({ clock }).run('score', '--profile', 'A')
    expect(stderr).toBe('error[internal]: Something went wrong inside Seventy: no time\n')
  })
})
