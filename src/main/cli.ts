import { version } from '../../package.json'
import { runCli } from './cli/run'
import { osUserName } from './os-user'
import { systemClock } from './system-clock'
import { defaultWorkspace, userDataFolder } from './user-data'

/** The command line under plain Node: every command that needs no page to be printed. */
process.exitCode = await runCli(process.argv.slice(2), {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  clock: systemClock(process.env['SEVENTY_TODAY']),
  appVersion: version,
  userName: osUserName(),
  defaultWorkspace: defaultWorkspace(userDataFolder(process.platform, process.env)),
})
