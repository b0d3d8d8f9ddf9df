// @ts-check
// Electron's argv has no script in it: [executable, app folder, arguments of the program].
process.argv.splice(1, 1)
await import('./main.mjs')
