import { describe, expect, it } from 'vitest'
import type { EditionProblem } from '../../shared/editions'
import { SeventyError } from '../../shared/errors'
import { EDITION_BYTES, editionFromText } from './edition-text'
import infrastructure from './testing/infrastructure-azure.json'

const valid = JSON.stringify(infrastructure, null, 2)

function problems(text: string): EditionProblem[] {
  try {
    editionFromText(text)
  } catch (error) {
    if (!(error instanceof SeventyError)) throw error
    expect(error.code).toBe('edition-invalid')
    return error.details['issues'] as EditionProblem[]
  }
  return []
}

describe('the text of an edition', () => {
  it('is read, with or without a byte order mark', () => {
    expect(editionFromText(valid).id).toBe('infrastructure-azure-fixture')
    expect(editionFromText(`\uFEFF${valid}`).metrics).toHaveLength(5)
  })

  it('is told all its problems at once, with place, line, value and remedy', () => {
    const text = valid.replace('"threshold": 70', '"threshold": 170').replace('"10"', '"9.5"')
    const lineOf = (part: string) => text.slice(0, text.indexOf(part)).split('\n').length
    expect(problems(text)).toEqual([
      {
        code: 'wrong-format',
        path: 'metrics.0.pointsEach',
        line: lineOf('"9.5"'),
        value: '"9.5"',
        message: 'Expected a whole number or a fraction such as "20/6".',
        remedy: 'Write it as the message says.',
      },
      {
        code: 'threshold-unreachable',
        path: 'threshold',
        line: lineOf('"threshold"'),
        value: '170',
        message: 'All metrics together give 100 points at most.',
        remedy: 'Lower it, or raise the maxima of the metrics.',
      },
    ])
  })

  it.each([
    ['not-json', '', '{ "id": '],
    ['not-json', '', ''],
    ['wrong-type', '', '[]'],
    ['too-large', '', `"${'x'.repeat(EDITION_BYTES)}"`],
    ['too-deep', Array(24).fill('0').join('.'), `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
    ['forbidden-key', '__proto__', valid.replace('{', '{"__proto__": {"threshold": 1},')],
    [
      'forbidden-key',
      'azure.services.constructor',
      valid.replace('"services": {', '"services": {"constructor": [],'),
    ],
    [
      'key-twice',
      'azure.services.Storage',
      valid.replace('"services": {', '"services": {"Storage": [],'),
    ],
    ['unknown-key', 'bonus', valid.replace('{', '{"bonus": 1,')],
    ['unknown-kind', 'metrics.0.kind', valid.replace('"count-difference"', '"guess"')],
    ['value-missing', 'designation', valid.replace(/"designation": "[^"]*",/, '')],
    ['not-allowed', 'metrics.0.unit', valid.replace('"customer"', '"planet"')],
    ['out-of-range', 'metricMinimum', valid.replace('"metricMinimum": 1', '"metricMinimum": 0')],
    [
      'name-not-listed',
      'azure.associations.options.pal.0',
      valid.replace(/("pal": \[\s*)"Partner Admin Link"/, '$1"PAL"'),
    ],
    ['name-not-listed', 'metrics.0.streams.azure.bestOf.1', valid.replace('"pal-csp"', '"csp"')],
    ['caps-inconsistent', 'metrics.0.max', valid.replace('"bestOf"', '"max": 20, "bestOf"')],
    ['validity-empty', 'validTo', valid.replace('"2024-06-30"', '"2023-01-01"')],
    [
      'wrong-format',
      'source.retrieved',
      valid.replace(/"retrieved": "[^"]*"/, '"retrieved": "2023-02-30"'),
    ],
  ])('is refused with %s at "%s"', (code, path, text) => {
    expect(problems(text)).toContainEqual(expect.objectContaining({ code, path }))
  })

  it('never changes what an object is', () => {
    problems(valid.replace('{', '{"__proto__": {"polluted": true},'))
    expect({}).not.toHaveProperty('polluted')
  })

  it('of fifty megabytes is refused before it is parsed', () => {
    expect(problems(' '.repeat(50_000_000))).toMatchObject([{ code: 'too-large' }])
  })
})
