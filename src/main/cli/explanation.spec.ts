import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { explainedScoreSchema, type ExplainedScore } from '../../shared/explanation'
import type { Score } from '../../shared/score'
import { commandLine, withPartner } from './testing/command-line'

describe('score --explain', () => {
  it('adds the tree of the same score to the document, down to lines of the files', async () => {
    const line = commandLine()
    const { name, files } = await withPartner(line)
    const ask = ['score', '--profile', name]
    const { explanation, ...score } = await line.json<Score & { explanation: ExplainedScore }>(
      ...ask,
      '--explain',
    )
    expect(score).toEqual(await line.json<Score>(...ask))
    expect(explainedScoreSchema.parse(explanation)).toEqual(explanation)
    expect(explanation.total).toBe(score.total)
    const texts = new Map(
      files.map((file) => [basename(file), readFileSync(file, 'utf8').split(/\r?\n/)]),
    )
    for (const { sections } of explanation.metrics) {
      for (const { subjects } of sections) {
        expect(subjects.entries.length).toBe(subjects.total)
        for (const { id, rows } of subjects.entries) {
          expect(rows.entries.length).toBe(Math.min(20, rows.total))
          for (const row of rows.entries.slice(0, 3)) {
            expect(texts.get(row.file)?.[row.line - 1]?.toLowerCase()).toContain(id)
          }
        }
      }
    }
  })

  it('prints a tree with names, places and what was left out', async () => {
    const line = commandLine()
    const { name } = await withPartner(line)
    const { stdout } = await line.run('score', '--profile', name, '--explain')
    expect(stdout).toMatch(/^Explanation: total 84 = 16 \+ 100\/3 \+ 50\/3 \+ 18$/m)
    expect(stdout).toMatch(/^ {2}step-1: \d+ now, \d+ a year ago, 0 points \(2 needed\)$/m)
    expect(stdout).toMatch(/^ {6}.+: USD [\d.]+ now, USD [\d.]+ a year ago \[.+\.csv:\d+/m)
    expect(stdout).toMatch(/^ {4}left out: \d+ of \d+ rows$/m)
    expect(stdout).toMatch(
      /^ {6}service not in the list of the edition: rows \d+, customers \d+, USD/m,
    )
  })
})
