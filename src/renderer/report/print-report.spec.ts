import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ReportModel } from '../../shared/report'
import { printReport } from './print-report'
import { reportModel } from './testing/model'

interface Fonts {
  readonly ready: Promise<unknown>
  readonly faces: readonly { readonly status: string }[]
}

const loaded: Fonts = { ready: Promise.resolve(), faces: [{ status: 'loaded' }] }

/** The page as it is served, with fonts that behave as told. */
function served({ ready, faces }: Fonts): void {
  document.head.innerHTML = '<meta property="csp-nonce" />'
  // A browser hides the attribute and keeps the property.
  Object.assign(document.head.querySelector('meta') ?? {}, { nonce: 'n0nce' })
  document.body.innerHTML = '<div id="report"></div>'
  Object.defineProperty(document, 'fonts', {
    value: { ready, [Symbol.iterator]: () => faces[Symbol.iterator]() },
    configurable: true,
  })
}

const print = (model: () => Promise<ReportModel>, fontsLimit?: number) =>
  printReport({ page: document, model, ...(fontsLimit === undefined ? {} : { fontsLimit }) })
const root = document.documentElement

beforeEach(() => {
  served(loaded)
})

afterEach(() => {
  delete root.dataset['state']
  delete root.dataset['reason']
  root.removeAttribute('style')
  Reflect.deleteProperty(document, 'fonts')
  vi.restoreAllMocks()
})

describe('a report that can be printed', () => {
  beforeEach(() => print(() => Promise.resolve(reportModel())))

  it('stands on the page before the page says that it is ready', () => {
    expect(root.dataset['state']).toBe('ready')
    expect(document.querySelectorAll('#report .sheet')).toHaveLength(8)
  })

  it('gives the document its title and its language', () => {
    expect(document.title).toBe('Halden Ridge Systems: partner capability score')
    expect(root.lang).toBe('en')
  })

  it('puts header and footer at the root, as strings of CSS', () => {
    expect(root.style.getPropertyValue('--running-client')).toBe('"Halden Ridge Systems"')
    expect(root.style.getPropertyValue('--running-id')).toBe('"7KM3-Q9XW"')
  })

  it('sets the size of the page in a style sheet that the policy lets in', () => {
    const style = document.head.querySelector('style')
    expect(style?.textContent).toMatch(/^@page \{ size: A4 portrait; \}@page :first \{/)
    expect(style?.nonce).toBe('n0nce')
  })
})

describe('a report that cannot be printed', () => {
  const failure = () => [root.dataset['state'], root.dataset['reason']]

  it('says why when there is none', async () => {
    await print(() => Promise.reject(new Error('No report is being printed.')))
    expect(failure()).toEqual(['failed', 'No report is being printed.'])
    expect(document.querySelector('[data-problem]')?.textContent).toBe(
      'No report is being printed.',
    )
  })

  it('says why when a part of it cannot be shown, and leaves no half of it', async () => {
    const broken = { ...reportModel(), edition: undefined } as unknown as ReportModel
    vi.spyOn(console, 'warn').mockReturnValue()
    await print(() => Promise.resolve(broken))
    expect(root.dataset['state']).toBe('failed')
    expect(root.dataset['reason']).toMatch(/\w/)
    expect(document.querySelector('.sheet')).toBeNull()
  })

  it('does not wait for fonts for ever', async () => {
    served({ ...loaded, ready: new Promise(() => undefined) })
    await print(() => Promise.resolve(reportModel()), 1)
    expect(failure()).toEqual(['failed', 'The fonts of the report took too long to load.'])
  })

  it('does not print in another font', async () => {
    served({ ...loaded, faces: [{ status: 'loaded' }, { status: 'error' }] })
    await print(() => Promise.resolve(reportModel()))
    expect(failure()).toEqual(['failed', 'A font of the report could not be loaded.'])
  })
})
