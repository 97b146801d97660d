import type { TSESTree } from '@typescript-eslint/utils';
import { importsOf } from '../../program/imports.ts';
import type { Program } from '../../program/program.ts';
import { exportedValue } from '../../program/resolve-value.ts';
import type { SourceModule } from '../../source-module.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { staticName } from '../../syntax/nodes.ts';
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
  return found?.name;
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
