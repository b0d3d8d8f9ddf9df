// @ts-check
/**
 * What is packed, and into what: `npm run dist:win`, `npm run dist:mac`; docs/packaging.md says why.
 * Paths are seen from the checkout.
 */
import afterPack from './after-pack.mjs'

const sqlite = 'node_modules/better-sqlite3'

/** The compiled program; everything else that has to go along is a production dependency. */
const program = ['out/**', 'package.json']

/**
 * What the production dependencies bring along and the program never loads: copies for other
 * module systems and for browsers, sources, types and maps.
 */
const superfluous = [
  '!**/*.map',
  '!**/*.{ts,cts,mts}',
  '!**/*.tsbuildinfo',
  `!${sqlite}/{deps,src}{,/**}`,
  // C++ headers: needed to compile, which happened before the package was published.
  '!node_modules/node-addon-api{,/**}',
  '!node_modules/@cantoo/pdf-lib/{cjs,dist,src,ts3.4}{,/**}',
  '!node_modules/culori/bundled{,/**}',
  '!node_modules/csv-stringify/dist{,/**}',
  '!node_modules/fflate/umd{,/**}',
  '!node_modules/html-entities/src{,/**}',
  '!node_modules/node-html-better-parser/jest.config.js',
  '!node_modules/zod/src{,/**}',
  '!node_modules/zod/**/*.cjs',
]

/**
 * What goes into the archive. The list stands under each platform and never at the top: to a list at
 * the top electron-builder adds one of a platform as a second list of its own, and a list that only
 * leaves things out means "everything else", which would be the whole checkout.
 * @param {'win32' | 'darwin' | 'linux'} platform as Node names it
 */
function filesFor(platform) {
  // Of the eight prebuilt binaries of SQLite, one is left.
  return [...program, ...superfluous, `!${sqlite}/prebuilds/!(${platform}-\${arch}).node`]
}

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'app.seventy.desktop',
  productName: 'Seventy',
  copyright: 'Copyright © 2026 The Seventy founders',
  directories: { buildResources: 'build', output: 'dist' },
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',

  extraResources: [
    { from: 'LICENSE', to: 'LICENSE.seventy.txt' },
    { from: 'node_modules/@fontsource/inter/LICENSE', to: 'LICENSE.inter.txt' },
    // What the pages bundle, as the build lists it.
    { from: 'out/renderer/licenses.md', to: 'LICENSES.pages.md' },
  ],
  // Only the binary itself lies outside: the system's loader cannot read it inside, and what lies
  // outside is not covered by the archive's integrity check.
  asar: { smartUnpack: false },
  asarUnpack: [`${sqlite}/prebuilds/*.node`],
  // The binary uses Node-API: it fits every Electron and is never compiled.
  npmRebuild: false,
  allowMissingDependencies: false,
  afterPack,

  // No updates, no feed, nothing is uploaded: the program has no network.
  publish: null,

  win: {
    icon: 'build/icon.ico',
    target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
    files: filesFor('win32'),
  },
  nsis: {
    // For this user, without questions and without an administrator.
    oneClick: true,
    perMachine: false,
    packElevateHelper: false,
    buildUniversalInstaller: false,
    differentialPackage: false,
    // The workspace is the user's, and no installer's to delete.
    deleteAppDataOnUninstall: false,
  },

  mac: {
    icon: 'build/icon.icns',
    category: 'public.app-category.business',
    target: [{ target: 'dmg', arch: ['arm64', 'x64'] }],
    files: filesFor('darwin'),
    hardenedRuntime: true,
    entitlements: 'build/entitlements.mac.plist',
    entitlementsInherit: 'build/entitlements.mac.plist',
  },
  dmg: { writeUpdateInfo: false },

  // Not a product: what `npm run dist:check` packs and starts.
  linux: {
    icon: 'build/icon.png',
    category: 'Office',
    target: 'dir',
    files: filesFor('linux'),
  },
}
