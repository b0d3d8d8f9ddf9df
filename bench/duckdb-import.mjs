// @ts-check
/** The peer of `seventy import` as a process: a table of the file's columns in a database on disk. */
import { DuckDBInstance } from '@duckdb/node-api'

const [database = '', csv = ''] = process.argv.slice(2)
const instance = await DuckDBInstance.create(database)
const connection = await instance.connect()
await connection.run(`create table usage as select * from read_csv('${csv.replaceAll("'", "''")}')`)
// What is committed has to be in the file itself, as it is in the peers' files.
await connection.run('checkpoint')
connection.closeSync()
instance.closeSync()
