// @ts-check

/** Whatever Chromium would do by itself besides showing our pages. */
const silenced = [
  '--no-first-run',
  '--no-default-browser-check',
  '--no-startup-window',
  '--no-service-autorun',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-extensions-with-background-pages',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-field-trial-config',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  '--metrics-recording-only',
  '--password-store=basic',
  '--use-mock-keychain',
  `--disable-features=${[
    'AimEnabled',
    'AutofillServerCommunication',
    'CertificateTransparencyComponentUpdater',
    'DialMediaRouteProvider',
    'HttpsUpgrades',
    'MediaRouter',
    'NetworkTimeServiceQuerying',
    'OptimizationHints',
    'PaintHolding',
    'PreconnectToSearch',
    'Translate',
  ].join(',')}`,
]

/** No name resolves and no address literal is reachable; WebRTC may not try around it. */
const offline = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--dns-prefetch-disable',
]

/** A page in a window nobody looks at works like one in front, as tests expect. */
const steady = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-back-forward-cache',
  '--disable-hang-monitor',
  '--disable-ipc-flooding-protection',
  '--disable-prompt-on-repost',
  '--disable-dev-shm-usage',
  '--force-color-profile=srgb',
]

const headless = [
  '--headless=new',
  '--disable-gpu',
  '--mute-audio',
  '--font-render-hinting=none',
  // A machine without a mouse would answer (hover: none), which no desktop does.
  '--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4',
]

/**
 * Chromium's command line.
 * @param {{ profile: string, headed: boolean, sandbox: boolean, debuggingPort: string | undefined,
 *   language: string }} options
 *   `debuggingPort` is Playwright's request; without it no port is opened.
 */
export function browserFlags({ profile, headed, sandbox, debuggingPort, language }) {
  return [
    `--user-data-dir=${profile}`,
    '--remote-debugging-pipe',
    ...(debuggingPort === undefined ? [] : [`--remote-debugging-port=${debuggingPort}`]),
    ...(sandbox ? [] : ['--no-sandbox']),
    `--lang=${language}`,
    ...silenced,
    ...offline,
    ...steady,
    ...(headed ? [] : headless),
  ]
}
