import type { TextEdit } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';
import { exportsOf, isCommonJs } from '../program/exports.ts';
import { importsOf } from '../program/imports.ts';
import type { Program } from '../program/program.ts';
import { exportedValue } from '../program/resolve-value.ts';
import { exportedNameOf, originOf } from '../facts/spelling/local-name.ts';
import type { Spelling, SpellingCost } from '../facts/spelling/spell-at.ts';
import type { SourceModule } from '../source-module.ts';
import { lineBreakAt, preferredQuote, sourceOf } from '../syntax/layout.ts';
import { moduleOf } from '../syntax/module-of.ts';
import { nodesOfType } from '../syntax/node-index.ts';
import { lookUpName, type Variable } from '../syntax/scope.ts';
import { inFile } from './combine.ts';

/** Where a name comes from: a specifier as the target writes it, or would write it, and the name there. */
interface Source {
  readonly specifier: string;
  readonly name: string;
  readonly edits: readonly TextEdit[];
  readonly costs: readonly SpellingCost[];
  /** The module that declares it, where that is another than the one that it is known from. */
  readonly origin?: SourceModule | undefined;
}

/**
 * Brings a binding of one module into another: exported where it is not yet, imported beside what is imported from there
 * already. Modules of CommonJS are left alone.
 *
 * @returns undefined where that cannot be done
 */
export function importName(
  program: Program,
  home: SourceModule,
  variable: Variable,
  place: TSESTree.Node,
): Spelling | undefined {
  const target = moduleOf(place);
  if (home === target || isCommonJs(home) || isCommonJs(target)) return undefined;
  const source = sourceOfName(program, home, variable, target);
  const local = source && freeName(target, place, source.name);
  if (!source || local === undefined) return undefined;
  const specifier = local === source.name ? local : `${source.name} as ${local}`;
  const declaration = declarationFrom(program, target, source.specifier);
  const specifiers = declaration?.specifiers.filter((node) => node.type === 'ImportSpecifier') ?? [];
  const last = specifiers.at(-1);
  const added: TextEdit = last
    ? { range: { start: last.range[1], end: last.range[1] }, text: `, ${specifier}` }
    : newImport(target, source.specifier, specifier);
  const isNewEdge = !declaration && !(source.origin && isLeaf(program, source.origin));
  const costs: readonly SpellingCost[] = isNewEdge ? [...source.costs, 'import'] : source.costs;
  return { text: local, edits: [...source.edits, ...inFile(target, [added])], costs };
}

/** A module that imports none of the project can be imported from everywhere without making a cycle. */
function isLeaf(program: Program, module: SourceModule): boolean {
  return importsOf(module).every(
    ({ specifier }) => !/^[.#@~]/.test(specifier) && program.resolve(module, specifier) === undefined,
  );
}

/** The name itself, or one that says whose it is where something else has that name. */
function freeName(target: SourceModule, place: TSESTree.Node, name: string): string | undefined {
  const isFree = (candidate: string) =>
    lookUpName(target, place, candidate) === undefined && lookUpName(target, target.ast, candidate) === undefined;
  return [name, `azure${name.charAt(0).toUpperCase()}${name.slice(1)}`].find(isFree);
}

/** Where the target can import a binding from. */
function sourceOfName(
  program: Program,
  home: SourceModule,
  variable: Variable,
  target: SourceModule,
): Source | undefined {
  const wanted = originOf(program, home, variable);
  for (const { specifier } of importsOf(target)) {
    const module = program.resolve(target, specifier);
    const name = module && exportedNameOf(program, module, wanted);
    if (name !== undefined) return { specifier, name, edits: [], costs: [] };
  }
  const entry = importsOf(home).find((candidate) => candidate.kind === 'binding' && candidate.variable === variable);
  if (entry?.kind === 'binding') {
    const origin = program.resolve(home, entry.specifier);
    const isRelative = origin === undefined && entry.specifier.startsWith('.');
    if (entry.imported === '*' || entry.imported === 'default' || isRelative) return undefined;
    const specifier = origin ? specifierOf(program, target, origin) : entry.specifier;
    return specifier === undefined ? undefined : { specifier, name: entry.imported, edits: [], costs: [], origin };
  }
  const specifier = exporterFor(program, target, home) ?? program.specifierFor(target, home);
  if (specifier === undefined) return undefined;
  const exported = exportsOf(home).find((candidate) => candidate.variable === variable && candidate.name !== 'default');
  if (exported)
    return isExportedBy(program, target, specifier, exported.name)
      ? { specifier, name: exported.name, edits: [], costs: [] }
      : undefined;
  const edit = exportDeclaration(home, variable);
  return edit ? { specifier, name: variable.name, edits: inFile(home, [edit]), costs: ['export'] } : undefined;
}

/** The specifier by which a module names another already, or one that passes on all that the other exports. */
function exporterFor(program: Program, target: SourceModule, module: SourceModule): string | undefined {
  const passesOn = (candidate: SourceModule | undefined, depth: number): boolean => {
    if (candidate === module) return true;
    if (!candidate || depth > 5) return false;
    return importsOf(candidate).some(
      (entry) => entry.kind === 'all-passed-on' && passesOn(program.resolve(candidate, entry.specifier), depth + 1),
    );
  };
  return importsOf(target).find((entry) => passesOn(program.resolve(target, entry.specifier), 0))?.specifier;
}

function specifierOf(program: Program, target: SourceModule, module: SourceModule): string | undefined {
  return exporterFor(program, target, module) ?? program.specifierFor(target, module);
}

function isExportedBy(program: Program, target: SourceModule, specifier: string, name: string): boolean {
  const module = program.resolve(target, specifier);
  return module === undefined || exportedValue(program, module, name) !== undefined;
}

/** `const name = …` becomes `export const name = …`. */
function exportDeclaration(home: SourceModule, variable: Variable): TextEdit | undefined {
  const declarator = variable.defs[0]?.node;
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return undefined;
  const statement = declarator.parent;
  const isServerActions = home.ast.body.some(
    (node) => node.type === 'ExpressionStatement' && node.directive === 'use server',
  );
  if (statement.declarations.length !== 1 || statement.parent.type !== 'Program' || isServerActions) return undefined;
  return { range: { start: statement.range[0], end: statement.range[0] }, text: 'export ' };
}

/** The import of values that names a specifier and can take another name. */
function declarationFrom(
  program: Program,
  target: SourceModule,
  specifier: string,
): TSESTree.ImportDeclaration | undefined {
  const module = program.resolve(target, specifier);
  const candidates = nodesOfType(target, 'ImportDeclaration').filter(
    ({ source, importKind }) =>
      importKind !== 'type' &&
      (source.value === specifier || (module !== undefined && program.resolve(target, source.value) === module)),
  );
  return candidates.find(({ specifiers }) => specifiers.some((node) => node.type === 'ImportSpecifier'));
}

function newImport(target: SourceModule, specifier: string, name: string): TextEdit {
  const imports = nodesOfType(target, 'ImportDeclaration');
  const last = imports.at(-1);
  const quote = preferredQuote(target);
  const isClosed = last ? sourceOf(target, last).endsWith(';') : true;
  const statement = `import { ${name} } from ${quote}${specifier}${quote}${isClosed ? ';' : ''}`;
  const end = last?.range[1] ?? 0;
  const lineBreak = lineBreakAt(target.text, end);
  return { range: { start: end, end }, text: last ? `${lineBreak}${statement}` : `${statement}${lineBreak}` };
}
