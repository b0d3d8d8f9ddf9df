import { describe, expect, it } from 'vitest'
import { read } from '../testing/reading'
import { table, training, trainingsHeader } from '../testing/reports'

function readRows(...rows: readonly Partial<Record<string, string>>[]) {
  return read(
    table(
      trainingsHeader,
      rows.map((row) => ({ ...training, ...row }) as typeof training),
    ),
  )
}

describe('a report of trainings and certifications', () => {
  it('is read under its real header', () => {
    const { dataset, certifications, account } = readRows({ MpnId: '4711', Month: '2023-05' })
    expect(dataset).toBe('certifications')
    expect(certifications).toEqual([
      {
        line: 2,
        person: 'ines@quillrye.example',
        personName: 'Ines Marlow',
        title: 'Azure Security Engineer Associate',
        trainingType: 'Certification',
        completed: '2023-05-30',
        expires: '2024-05-30',
        activation: 'Active',
        location: '4711',
      },
    ])
    expect(account).toMatchObject({ rowsAccepted: 1, months: [], notes: [] })
  })

  it('is read under the header of the certifications page', () => {
    const text = [
      'Individual name\tEmail\tCertification name\tCompletion date\tExpiry date',
      'Ines Marlow\tInes@QuillRye.example \tAZ-500\t30 May 2023\t',
    ].join('\n')
    expect(read(text).certifications).toMatchObject([
      {
        person: 'ines@quillrye.example',
        personName: 'Ines Marlow',
        trainingType: null,
        activation: null,
        expires: null,
        location: '',
      },
    ])
  })

  it('hands over trainings and inactive rows as well; what counts is a matter of the rules', () => {
    const { certifications } = readRows(
      { TrainingType: 'Assessment' },
      { TrainingType: '' },
      { ActivationStatus: 'Inactive' },
      { ActivationStatus: '' },
    )
    expect(certifications.map((row) => [row.trainingType, row.activation])).toEqual([
      ['Assessment', 'Active'],
      ['', 'Active'],
      ['Certification', 'Inactive'],
      ['Certification', ''],
    ])
  })

  it('takes an empty expiry for a certification that does not expire', () => {
    const { certifications, rejected } = readRows({ ExpirationDate: '' }, { ExpirationDate: '  ' })
    expect(certifications.map(({ expires }) => expires)).toEqual([null, null])
    expect(rejected).toEqual([])
  })

  it('notes that it has no column of expiry dates', () => {
    const header = trainingsHeader.replace('ExpirationDate,', '')
    const { account, certifications } = read(table(header, [training, training]))
    expect(account.notes).toMatchObject([{ code: 'expiry-column-missing', count: 1 }])
    expect(certifications[0]?.expires).toBeNull()
  })

  it('finds the person by corporate e-mail, else e-mail, else MCP ID', () => {
    const { certifications } = readRows(
      { Email: 'home@x.example', MCPID: '77' },
      { CorpEmail: '', Email: 'HOME@x.example', MCPID: '77' },
      { CorpEmail: ' ', MCPID: 'MC77', IndividualFirstName: '', IndividualLastName: '' },
    )
    expect(certifications.map(({ person, personName }) => [person, personName])).toEqual([
      ['ines@quillrye.example', 'Ines Marlow'],
      ['home@x.example', 'Ines Marlow'],
      ['mc77', 'mc77'],
    ])
  })

  it('refuses a row that names no person, naming the columns that could', () => {
    const { rejected } = readRows({ CorpEmail: '' })
    expect(rejected[0]?.errors).toMatchObject([
      { row: 2, column: 'CorpEmail', value: '', code: 'value-missing' },
    ])
    expect(rejected[0]?.errors[0]?.message).toBe(
      'The row names no person: CorpEmail and Email and MCPID are empty.',
    )
  })

  it.each([
    ['TrainingTitle', '', 'value-missing'],
    ['TrainingCompletionDate', '', 'value-missing'],
    ['TrainingCompletionDate', '2023-02-30', 'date-invalid'],
    ['TrainingCompletionDate', '2023-05', 'date-invalid'],
    ['ExpirationDate', 'never', 'date-invalid'],
  ])('refuses a row whose %s is "%s" as %s', (column, value, code) => {
    const { rejected, certifications } = readRows({}, { [column]: value })
    expect(certifications).toHaveLength(1)
    expect(rejected.map(({ errors }) => errors)).toEqual([
      [expect.objectContaining({ row: 3, column, value, code })],
    ])
  })

  it('hands over many rows in batches without losing one', () => {
    const rows = Array.from({ length: 1500 }, (_, row) => ({ TrainingTitle: `Course ${row}` }))
    const { certifications, batches } = readRows(...rows)
    expect(batches).toEqual([1024, 476])
    expect(certifications.map(({ title }) => title)).toEqual(rows.map((row) => row.TrainingTitle))
  })
})
