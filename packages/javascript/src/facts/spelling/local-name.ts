import type { TSESTree } from '@typescript-eslint/utils';
import { exportsOf, wholeExport, type ModuleExport } from '../../program/exports.ts';
import { importsOf, type ModuleImport } from '../../program/imports.ts';
import type { Program } from '../../program/program.ts';
import { exportedValue } from '../../program/resolve-value.ts';
import type { SourceModule } from '../../source-module.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { staticName, unwrap } from '../../syntax/nodes.ts';
import { findVariable, lookUpName, type Variable } from '../../syntax/scope.ts';

/** The name by which a place has a binding of another module already; undefined where it has none. */
export function localNameOf(
  program: Program,
  home: SourceModule,
  variable: Variable,
  place: TSESTree.Node,
): string | undefined {
  const target = moduleOf(place);
  const wanted = originOf(program, home, variable);
  const isSame = (origin: string | Variable) => origin === wanted;
  const isVisible = (local: Variable) => lookUpName(target, place, local.name) === local;
  const found = [variable, ...namesOf(target)].find(
    (local) => isVisible(local) && isSame(originOf(program, local === variable ? home : target, local)),
  );
  return found?.name ?? memberOfWhole(program, target, wanted, place);
}

/** `azure.deployment`, where `azure` is the module that exports it, as a whole. */
function memberOfWhole(
  program: Program,
  target: SourceModule,
  wanted: string | Variable,
  place: TSESTree.Node,
): string | undefined {
  for (const entry of importsOf(target)) {
    const local = wholeName(target, entry);
    const module = local && lookUpName(target, place, local.name) === local && program.resolve(target, entry.specifier);
    if (!local || !module) continue;
    const isWanted = ({ variable }: ModuleExport) =>
      variable !== undefined && originOf(program, module, variable) === wanted;
    const exported = namedExports(module).find(isWanted);
    if (exported) return `${local.name}.${exported.name}`;
  }
  return undefined;
}

function wholeName(target: SourceModule, entry: ModuleImport): Variable | undefined {
  if (entry.kind === 'binding') return entry.imported === '*' ? entry.variable : undefined;
  const declarator = entry.kind === 'expression' ? entry.node.parent : undefined;
  return declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier'
    ? findVariable(target, declarator.id)
    : undefined;
}

/** What a module exports by names; `module.exports = { a, b }` exports two. */
function namedExports(module: SourceModule): readonly ModuleExport[] {
  return exportsOf(module).flatMap((exported) => {
    if (exported.name !== wholeExport) return exported.name === 'default' ? [] : [exported];
    const object = unwrap(exported.node);
    if (object.type !== 'ObjectExpression') return [];
    return object.properties.flatMap((property) => {
      const name = property.type === 'Property' ? staticName(property) : undefined;
      if (property.type !== 'Property' || name === undefined || !/^[\w$]+$/.test(name)) return [];
      return [{ name, node: property.value, variable: findVariable(module, property.value) }];
    });
  });
}

/** All names that a module takes from others. */
function namesOf(module: SourceModule): readonly Variable[] {
  return importsOf(module).flatMap((entry) => {
    if (entry.kind === 'binding') return [entry.variable];
    const pattern = entry.kind === 'expression' ? patternOf(entry.node) : undefined;
    return pattern?.properties.flatMap(({ value }) => findVariableOf(module, value)) ?? [];
  });
}

function findVariableOf(module: SourceModule, value: TSESTree.Node | null | undefined): readonly Variable[] {
  const variable = value?.type === 'Identifier' ? findVariable(module, value) : undefined;
  return variable ? [variable] : [];
}

function patternOf({ parent }: TSESTree.Node): TSESTree.ObjectPattern | undefined {
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern' ? parent.id : undefined;
}

/**
 * What a binding is in the end: the binding of the module that declares it, or, where that module is not seen, the words
 * that import it.
 */
export function originOf(program: Program, module: SourceModule, variable: Variable): Variable | string {
  const taken = takenFrom(module, variable);
  if (!taken) return variable;
  const target = program.resolve(module, taken.specifier);
  if (!target)
    return taken.specifier.startsWith('.')
      ? `${module.path}:${taken.specifier}#${taken.name}`
      : `${taken.specifier}#${taken.name}`;
  const value = exportedValue(program, target, taken.name);
  const declared = value?.type === 'Identifier' ? findVariable(moduleOf(value), value) : undefined;
  if (!declared || !value) return `${target.path}#${taken.name}`;
  return takenFrom(moduleOf(value), declared) ? originOf(program, moduleOf(value), declared) : declared;
}

/** What an import or a pattern over `require(…)` takes a binding from. */
function takenFrom(
  module: SourceModule,
  variable: Variable,
): { readonly specifier: string; readonly name: string } | undefined {
  for (const entry of importsOf(module)) {
    if (entry.kind === 'binding' && entry.variable === variable)
      return { specifier: entry.specifier, name: entry.imported };
    const pattern = entry.kind === 'expression' ? patternOf(entry.node) : undefined;
    const property = pattern?.properties.find(({ value }) => value !== undefined && value === variable.identifiers[0]);
    const name = property?.type === 'Property' ? staticName(property) : undefined;
    if (entry.kind === 'expression' && name !== undefined) return { specifier: entry.specifier, name };
  }
  return undefined;
}

/** The name by which a module exports a binding, its own or one that it passes on; undefined where it does not. */
export function exportedNameOf(program: Program, module: SourceModule, wanted: Variable | string): string | undefined {
  const own = exportsOf(module).find(
    ({ name, variable }) => name !== 'default' && variable && originOf(program, module, variable) === wanted,
  );
  if (own) return own.name;
  for (const entry of importsOf(module)) {
    if (entry.kind !== 'passed-on' && entry.kind !== 'all-passed-on') continue;
    const target = program.resolve(module, entry.specifier);
    if (!target) continue;
    const name = exportedNameOf(program, target, wanted);
    if (entry.kind === 'all-passed-on' && name !== undefined) return name;
    if (entry.kind === 'passed-on' && name !== undefined && entry.imported === name) return entry.exported;
  }
  return undefined;
}
