import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import ts from 'typescript'

const root = resolve(import.meta.dirname, '../..')

/** Files below a folder of the product, as paths from its root. */
async function listFiles(folder: string, wanted: RegExp): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true })
  return entries
    .map((entry) => `${folder}/${entry}`)
    .filter((path) => wanted.test(path))
    .sort()
}

/**
 * Every function of lib that takes a viewer first and is no pure predicate, as "file#function":
 * found in the source, so that none can be forgotten.
 */
export async function listDataFunctions(): Promise<string[]> {
  const files = await listFiles('lib', /\.ts$/)
  const own = files.filter((path) => !/\/rules\.ts$|^lib\/(db|auth)\//.test(path))
  const found = await Promise.all(
    own.map(async (path) => {
      const source = ts.createSourceFile(
        path,
        await readFile(join(root, path), 'utf8'),
        ts.ScriptTarget.Latest,
      )
      return source.statements
        .flatMap((statement) => findTakers(statement, source))
        .map((name) => `${path}#${name}`)
    }),
  )
  return found.flat()
}

/** Names of exported functions, declared or assigned, whose first parameter is a Viewer. */
function findTakers(statement: ts.Statement, source: ts.SourceFile): string[] {
  const isExported =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  if (!isExported) return []
  const takesViewer = (made: ts.SignatureDeclaration) =>
    made.parameters[0]?.type?.getText(source) === 'Viewer'
  if (ts.isFunctionDeclaration(statement)) {
    return takesViewer(statement) && statement.name ? [statement.name.text] : []
  }
  if (!ts.isVariableStatement(statement)) return []
  return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
    initializer &&
    (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)) &&
    takesViewer(initializer)
      ? [name.getText(source)]
      : [],
  )
}

/** Pages and handlers by their address, in the words of their folders. */
export async function listRoutes(): Promise<string[]> {
  const files = await listFiles('app', /\/(page\.tsx|route\.ts)$/)
  return files.map(
    (path) =>
      path
        .replace(/^app/, '')
        .replaceAll(/\/\([^)]+\)/g, '')
        .replace(/\/(page\.tsx|route\.ts)$/, '') || '/',
  )
}

/** Every server action, as "file#name". */
export async function listActions(): Promise<string[]> {
  const files = await listFiles('app', /\.ts$/)
  const found = await Promise.all(
    files.map(async (path) => {
      const text = await readFile(join(root, path), 'utf8')
      if (!text.startsWith("'use server'")) return []
      return [...text.matchAll(/^export (?:const|async function|function) (\w+)/gm)].map(
        ([, name]) => `${path}#${name}`,
      )
    }),
  )
  return found.flat()
}
