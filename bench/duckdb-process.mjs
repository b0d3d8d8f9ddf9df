// @ts-check
/** The peer of `seventy score` as a process: opens the database and asks for one score. */
import { openUsage, scoreSql } from './duckdb-score.mjs'

const [database = '', month = ''] = process.argv.slice(2)
const usage = await openUsage(database, '')
process.stdout.write(`${JSON.stringify(await usage.query(scoreSql(Number(month))))}\n`)
usage.close()
