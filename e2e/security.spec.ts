import { expect, test } from './app'

/** What a page that was taken over could try. */

test('strings do not become code, and the page has nothing of Node', async ({ bench }) => {
  const { page, complaints } = await bench.start()
  const outcome = await page.evaluate(
    () =>
      new Promise<Record<string, unknown>>((resolve) => {
        // Evaluation from outside goes around the policy; a timer of the page does not.
        setTimeout(() => {
          const tried: Record<string, unknown> = {}
          const attempt = (name: string, work: () => unknown) => {
            try {
              tried[name] = work()
            } catch (error) {
              tried[name] = error instanceof Error ? error.name : 'refused'
            }
          }
          attempt('function', () => new Function('return 1')() as unknown)
          attempt('innerHTML', () => {
            document.createElement('div').innerHTML = '<img src=x>'
            return 'parsed'
          })
          const scope = globalThis as unknown as Record<string, unknown>
          tried['node'] = [typeof scope['require'], typeof scope['process']]
          tried['frozen'] = Object.isFrozen(scope['seventy'])
          resolve(tried)
        }, 0)
      }),
  )
  expect(outcome).toMatchObject({
    function: 'EvalError',
    innerHTML: 'TypeError',
    node: ['undefined', 'undefined'],
    frozen: true,
  })
  // The two refusals are the only complaints, and they are what was asked for.
  expect(complaints.length).toBeGreaterThan(0)
  for (const complaint of complaints.splice(0))
    expect(complaint).toMatch(/Content Security Policy|TrustedHTML|TrustedScript/)
})

test('the page goes nowhere and opens no second window', async ({ bench }) => {
  const { app, page } = await bench.start()
  const address = page.url()
  await page.evaluate(() => {
    window.open('https://example.com/')
    const link = document.createElement('a')
    link.href = 'https://example.com/'
    document.body.append(link)
    link.click()
    link.remove()
  })
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 0)))
  await expect(page.getByRole('button', { name: 'Explore the sample workspace' })).toBeVisible()
  expect(page.url()).toBe(address)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('paths that climb out of the program are not served', async ({ bench }) => {
  const { page, complaints } = await bench.start()
  const statuses = await page.evaluate(() =>
    Promise.all(
      ['/%2e%2e/main/index.js', '/..%2f..%2fpackage.json', '/nothing.js', '/index.html'].map(
        async (path) => (await fetch(path)).status,
      ),
    ),
  )
  expect(statuses).toEqual([404, 404, 404, 200])
  complaints.length = 0
})

test('no permission is granted', async ({ bench }) => {
  const { page } = await bench.start()
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone'] as PermissionName[]
    const found = await Promise.all(names.map((name) => navigator.permissions.query({ name })))
    return found.map(({ state }) => state)
  })
  expect(states).not.toContain('granted')
})

test('a call that the contract does not know, or with wrong input, is refused', async ({
  bench,
}) => {
  const { page } = await bench.start()
  const replies = await page.evaluate(async () => {
    const { seventy } = globalThis as unknown as {
      seventy: Record<string, Record<string, (input: unknown) => Promise<unknown>>>
    }
    return Promise.all([
      seventy['profiles']?.['add']?.({ name: '', mpnId: null }),
      seventy['score']?.['get']?.({ profileId: 'one' }),
      seventy['imports']?.['commit']?.({
        profileId: 1,
        files: ['/etc/passwd'],
        mode: 'replace',
        skipBadRows: false,
      }),
    ])
  })
  for (const reply of replies) expect(reply).toMatchObject({ ok: false })
})
