import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commandLine } from './testing/command-line'

const names = (text: string) => (JSON.parse(text) as { profiles: { name: string }[] }).profiles

async function withHalden() {
  const line = commandLine()
  await line.run('profile', 'add', '--name', 'Halden')
  const backup = join(line.folder, 'copy.seventy')
  return { line, backup }
}

describe('backup and restore', () => {
  it('bring a workspace back as it was, and keep the one that goes', async () => {
    const { line, backup } = await withHalden()
    expect(await line.json('backup', '--out', backup)).toEqual({
      path: backup,
      workspace: line.workspace,
      bytes: statSync(backup).size,
    })
    await line.run('profile', 'add', '--name', 'Arven')
    const restored = await line.json('restore', backup)
    const kept = String(restored['kept'])
    expect(restored).toMatchObject({ path: backup, workspace: line.workspace })
    const list = async (workspace: string) =>
      names((await line.run('profile', 'list', '--json', '--workspace', workspace)).stdout)
    expect((await list(line.workspace)).map(({ name }) => name)).toEqual(['Halden'])
    expect((await list(kept)).map(({ name }) => name)).toEqual(['Arven', 'Halden'])
  })

  it('say in words what they did and where the old workspace is', async () => {
    const { line, backup } = await withHalden()
    expect((await line.run('backup', '--out', backup)).stdout).toMatch(
      /copy\.seventy: 0\.\d MB, checked/,
    )
    const { stdout } = await line.run('restore', backup)
    expect(stdout).toContain(`brought back from ${backup}`)
    const kept = /kept as (.+)\n$/.exec(stdout)?.[1] ?? ''
    expect(existsSync(kept)).toBe(true)
  })

  it.each([
    [['backup'], 'backup needs --out FILE'],
    [['restore'], 'restore needs FILE'],
    [['restore', 'one', 'two'], 'does not take "two"'],
  ])('%j is wrong usage', async (argv, message) => {
    const { line } = await withHalden()
    const { status, stderr } = await line.run(...argv)
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)])
  })

  it('never write a backup over the workspace itself', async () => {
    const { line } = await withHalden()
    const before = readFileSync(line.workspace)
    expect(await line.run('backup', '--out', line.workspace)).toMatchObject({ status: 2 })
    expect(readFileSync(line.workspace)).toEqual(before)
  })

  it('answer not found without a workspace, and without a backup', async () => {
    const line = commandLine()
    const missing = join(line.folder, 'nowhere.seventy')
    expect(await line.run('backup', '--out', missing)).toMatchObject({ status: 4 })
    expect(await line.run('restore', missing)).toMatchObject({ status: 4 })
    expect(existsSync(missing)).toBe(false)
  })
})
