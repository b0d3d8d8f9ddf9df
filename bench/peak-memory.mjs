// @ts-check
import { readFileSync } from 'node:fs'

/** Loaded beside a process to be measured: prints its largest resident set, in kilobytes, when it ends. */
process.on('exit', () => {
  process.stderr.write(`\npeak-memory ${String(peak())}\n`)
})

/** What `getrusage` answers on Linux still knows the process that started this one. */
function peak() {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS
  return /VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
}
