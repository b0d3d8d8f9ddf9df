import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Score } from '../../shared/score'
import type { Trend } from '../../shared/trend'
import december from '../rules/editions/security-2023-12.json'
import infrastructure from '../rules/testing/infrastructure-azure.json'
import { commandLine, withPartner, type Failure } from './testing/command-line'

async function withFile(content: object) {
  const line = commandLine()
  const { name } = await withPartner(line)
  const file = join(line.folder, 'rules.json')
  writeFileSync(file, JSON.stringify(content))
  return { line, file, score: ['score', '--profile', name], name }
}

describe('--edition FILE.json', () => {
  it('scores with the edition of a file for this call, marked as custom', async () => {
    const { line, file, score } = await withFile(infrastructure)
    const scored = await line.json<Score>(...score, '--edition', file)
    expect(scored).toMatchObject({ custom: true, designation: 'infrastructure-azure' })
    expect(scored.metrics.map(({ id }) => id)).toContain('advanced-certifications')
    const text = await line.run(...score, '--edition', file)
    expect(text.stdout).toContain('edition infrastructure-azure-fixture (custom)')
    expect((await line.json<Score>(...score)).custom).toBeUndefined()
  })

  it('gives a trend of all months under it', async () => {
    const { line, file, name } = await withFile({ ...december, id: 'house-rules' })
    const months = ['--from', '2023-11', '--to', '2023-12', '--edition', file]
    const { points } = await line.json<Trend>('trend', '--profile', name, ...months)
    expect(points.map(({ edition }) => edition)).toEqual(['house-rules', 'house-rules'])
  })

  it.each([
    ['edition-invalid', { ...december, id: 'house-rules', threshold: 0 }],
    ['edition-id-taken', december],
  ])('is refused with %s and status 3', async (code, content) => {
    const { line, file, score } = await withFile(content)
    const { error } = await line.json<Failure>(...score, '--edition', file)
    expect(error.code).toBe(code)
    expect((await line.run(...score, '--edition', file)).status).toBe(3)
  })

  it('names a file that is not there, where an id that is none names the known ones', async () => {
    const { line, file, score } = await withFile({})
    const missing = await line.json<Failure>(...score, '--edition', `${file}.json`)
    expect(missing.error.code).toBe('file-unreadable')
    const unknown = await line.json<Failure>(...score, '--edition', 'none')
    expect(unknown.error.code).toBe('edition-not-found')
  })
})
