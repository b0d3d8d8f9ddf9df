import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import { appScheme } from './app-urls'
import { contentSecurityPolicy } from './content-security-policy'
import { servedFile } from './served-file'

const NONCE_PLACEHOLDER = '__CSP_NONCE__'

/** Has to run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the compiled renderer from `root` to a session. */
export function serveApp(session: Session, root: string): void {
  session.protocol.handle(appScheme, (request) => respond(request, root))
}

async function respond(request: Request, root: string): Promise<Response> {
  const file = request.method === 'GET' ? servedFile(request.url, root) : undefined
  if (!file) return new Response('Not found', { status: 404 })
  const content = await readFile(file.path).catch(() => undefined)
  if (!content) return new Response('Not found', { status: 404 })
  const nonce = randomBytes(18).toString('base64')
  const body = file.mediaType.startsWith('text/html')
    ? content.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce)
    : new Uint8Array(content)
  return new Response(body, { headers: headersFor(file.mediaType, nonce) })
}

function headersFor(mediaType: string, nonce: string): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-security-policy': contentSecurityPolicy(nonce),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  }
}
