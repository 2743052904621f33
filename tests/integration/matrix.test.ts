import { expect, test } from 'vitest'
import { listDataFunctions } from '../support/entry-points'
import { INNER, MATRIX, PROGRAMME_MATRIX } from '../support/matrix'
import { runMatrix } from '../support/run-matrix'

test('every function that takes a viewer has its row', async () => {
  const rows = [...Object.keys(MATRIX), ...Object.keys(PROGRAMME_MATRIX), ...Object.keys(INNER)]
  const found = await listDataFunctions()
  expect(found.length).toBeGreaterThan(15)
  expect(rows.sort()).toEqual(found.sort())
})

runMatrix()
