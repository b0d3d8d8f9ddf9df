import { describe, expect, it, onTestFinished } from 'vitest'
import { WriteConnection, type ConnectionOptions, type SlowQuery } from './connection'
import { temporaryWorkspace } from './test-support'

const SET = 'INSERT INTO settings (key, value) VALUES (?, ?)'

function connect(options: ConnectionOptions = {}): WriteConnection {
  const { path } = temporaryWorkspace()
  const connection = new WriteConnection(path, options)
  onTestFinished(() => connection.close())
  return connection
}

function keys(connection: WriteConnection): unknown[] {
  return connection.all<{ key: string }>('SELECT key FROM settings').map(({ key }) => key)
}

describe('a transaction', () => {
  it('stores everything and returns what the work returned', () => {
    const connection = connect()
    expect(connection.transaction(() => connection.run(SET, 'a', '1'))).toBe(1)
    expect(keys(connection)).toEqual(['a'])
  })

  it('stores nothing when the work throws, and lets the error through', () => {
    const connection = connect()
    const fault = new Error('stop')
    expect(() =>
      connection.transaction(() => {
        connection.run(SET, 'a', '1')
        throw fault
      }),
    ).toThrow(fault)
    expect(keys(connection)).toEqual([])
  })

  it('cannot be opened inside another one, which is taken back', () => {
    const connection = connect()
    expect(() =>
      connection.transaction(() => {
        connection.run(SET, 'a', '1')
        connection.transaction(() => 1)
      }),
    ).toThrow('already open')
    expect(keys(connection)).toEqual([])
  })

  it('refuses work that returns a promise and stores nothing of it', () => {
    const connection = connect()
    expect(() =>
      connection.transaction(() => {
        connection.run(SET, 'a', '1')
        return Promise.resolve()
      }),
    ).toThrow('cannot wait')
    expect(keys(connection)).toEqual([])
  })

  it('is needed for every change', () => {
    const connection = connect()
    expect(() => connection.run(SET, 'a', '1')).toThrow('needs a transaction')
    expect(() => connection.insert(SET, 'a', '1')).toThrow('needs a transaction')
    expect(() => connection.bulk(SET, false)).toThrow('needs a transaction')
  })
})

describe('the slow-query log', () => {
  it('names the statement and its time', () => {
    const slow: SlowQuery[] = []
    const connection = connect({
      onSlowQuery: (query) => slow.push(query),
      slowQueryMilliseconds: -1,
    })
    slow.length = 0
    connection.get('SELECT 1')
    expect(slow).toEqual([{ sql: 'SELECT 1', milliseconds: expect.any(Number) }])
  })

  it('is silent about quick statements', () => {
    const slow: SlowQuery[] = []
    const connection = connect({
      onSlowQuery: (query) => slow.push(query),
      slowQueryMilliseconds: 60_000,
    })
    connection.get('SELECT 1')
    expect(slow).toEqual([])
  })
})
