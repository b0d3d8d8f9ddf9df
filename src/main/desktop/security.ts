import { app, type Session, type WebContents, type WebPreferences } from 'electron'
import { isAllowedRequest, isAppUrl } from './app-urls'

/** Every security setting of the program, in one file. */
export function securePreferences(preload: string): WebPreferences {
  return {
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  }
}

/** No permission, no device, no network, no download: Seventy works offline and says so. */
export async function lockDown(session: Session): Promise<void> {
  session.setPermissionRequestHandler((_contents, _permission, decide) => {
    decide(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !isAllowedRequest(details.url) })
  })
  session.on('will-download', (event) => {
    event.preventDefault()
  })
  session.setSpellCheckerEnabled(false)
  // A proxy that nothing listens on catches what no request handler sees.
  await session.setProxy({
    mode: 'fixed_servers',
    proxyRules: 'http://127.0.0.1:9',
    proxyBypassRules: '<-loopback>',
  })
}

/** Pages stay where they are: no navigation away, no second window, no embedded page, no WebRTC. */
export function confine(contents: WebContents): void {
  const refuse = (event: { readonly url: string; preventDefault(): void }) => {
    if (!isAppUrl(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', refuse)
  contents.on('will-frame-navigate', refuse)
  contents.on('will-redirect', refuse)
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  // CSP does not stop WebRTC from asking the network for candidates.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

/** Confines every page that will ever be made. Has to run before the first window. */
export function confineAllPages(): void {
  app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => {
    confine(contents)
  })
}
