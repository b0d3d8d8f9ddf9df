import { describe, expect, it } from 'vitest'
import { cssString, coverRule, pageSizeRule, runningTitles } from './running-titles'
import { noBranding } from '../../shared/no-branding'
import { english, reportModel } from './testing/model'

describe('header and footer', () => {
  it('say client, month, confidentiality, report and page', () => {
    expect(runningTitles(reportModel(), english)).toEqual({
      '--running-client': '"Halden Ridge Systems"',
      '--running-month': '"Data to November 2023"',
      '--running-class': '"Confidential. Independent estimate."',
      '--running-draft': '""',
      '--running-id': '"7KM3-Q9XW"',
      '--running-page': '"Page "',
      '--running-of': '" of "',
    })
  })

  it('say in place of the month that totals were typed in', () => {
    const typedIn = { at: '2023-12-14T09:00:00.000Z', who: 'Ada' }
    const titles = runningTitles(reportModel(undefined, { typedIn }), english)
    expect(titles['--running-month']).toBe('"Totals typed in, not from files"')
  })
})

describe('the branding of a report', () => {
  it('has its class and line in the footer, and says on every page that it is a draft', () => {
    const branding = {
      ...noBranding,
      ...{ confidentiality: 'Internal', footer: 'Northlight Advisory', draft: true },
    }
    expect(runningTitles(reportModel(undefined, { branding }), english)).toMatchObject({
      '--running-class': '"Internal. Independent estimate. Northlight Advisory"',
      '--running-draft': '"Draft"',
    })
  })
})

describe('a string of CSS', () => {
  it('is not ended by quotes, backslashes or line breaks', () => {
    expect(cssString('a"b')).toBe('"a\\22 b"')
    expect(cssString('a\\')).toBe('"a\\5c "')
    expect(cssString('a\nb\r\u0000\u0085')).toBe('"a\\a b\\d \\0 \\85 "')
  })

  it('keeps every other character of a name', () => {
    expect(cssString('Müller & Söhne <日本> ’s')).toBe('"Müller & Söhne <日本> ’s"')
  })

  it('lets no hostile client name out', () => {
    const hostile = '"; } * { display: none } @import url(https://evil.example/x); a: "\\'
    const told = cssString(hostile)
    expect(told.slice(1, -1)).not.toMatch(/["\n]/)
    expect(told.slice(1, -1).replaceAll(/\\[0-9a-f]+ /g, '')).not.toContain('\\')
    expect(told.slice(1, -1).replaceAll('\\22 ', '"').replaceAll('\\5c ', '\\')).toBe(hostile)
  })
})

it('the page is the paper that was asked for', () => {
  expect(pageSizeRule(reportModel())).toBe('@page { size: A4 portrait; }')
  expect(pageSizeRule({ ...reportModel(), pageSize: 'Letter' })).toBe(
    '@page { size: letter portrait; margin: 22mm 22mm 20mm; }',
  )
})

it('header and footer are missing on a cover, and only there', () => {
  expect(coverRule(reportModel())).toMatch(/^@page :first \{.*@bottom-right \{ content: none; \}/)
  expect(coverRule(reportModel(undefined, { pages: ['plan'] }))).toBe('')
})
