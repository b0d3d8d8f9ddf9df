// @ts-check
/** Loaded beside a process to be measured: prints its largest resident set, in kilobytes, when it ends. */
process.on('exit', () => {
  process.stderr.write(`\npeak-memory ${String(process.resourceUsage().maxRSS)}\n`)
})
