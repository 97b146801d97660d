import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../source-module.ts';
import { parentOf } from './nodes.ts';

/** A binding of the scope manager. */
export type Variable = TSESLint.Scope.Variable;

// Keyed by the tree, since a host may use one scope manager for all files.
const resolutions = new WeakMap<TSESTree.Program, ReadonlyMap<TSESTree.Node, Variable>>();

/** The binding that a reference means, or undefined for a global that the file does not declare. */
export function findVariable({ ast, scopes }: SourceModule, identifier: TSESTree.Node): Variable | undefined {
  let known = resolutions.get(ast);
  if (known === undefined) resolutions.set(ast, (known = resolveAll(scopes)));
  const variable = known.get(identifier);
  return variable !== undefined && variable.defs.length > 0 ? variable : undefined;
}

function resolveAll(scopes: TSESLint.Scope.ScopeManager): ReadonlyMap<TSESTree.Node, Variable> {
  const resolved = new Map<TSESTree.Node, Variable>();
  for (const scope of scopes.scopes) {
    for (const variable of scope.variables) {
      for (const identifier of variable.identifiers) resolved.set(identifier, variable);
      // ESLint resolves what a script declares at its top only here, not in the references of the scopes.
      for (const reference of variable.references) resolved.set(reference.identifier, variable);
    }
    for (const reference of scope.references) {
      if (reference.resolved) resolved.set(reference.identifier, reference.resolved);
    }
  }
  return resolved;
}

/** The binding that a name would mean at a place, or undefined when nothing of that name is declared there. */
export function lookUpName({ scopes }: SourceModule, place: TSESTree.Node, name: string): Variable | undefined {
  for (let scope = innermostScope(scopes, place); scope !== null; scope = scope.upper) {
    const variable = scope.set.get(name);
    if (variable !== undefined && variable.defs.length > 0) return variable;
  }
  return undefined;
}

function innermostScope(scopes: TSESLint.Scope.ScopeManager, place: TSESTree.Node): TSESLint.Scope.Scope | null {
  for (let node: TSESTree.Node | undefined = place; node !== undefined; node = parentOf(node)) {
    const scope = scopes.acquire(node, true);
    if (scope !== null) return scope.type === 'function-expression-name' ? (scope.childScopes[0] ?? scope) : scope;
  }
  return scopes.scopes[0] ?? null;
}

/** Tells whether a binding keeps the value of its declaration: a `const`, or anything that is never written again. */
export function isNeverReassigned(variable: Variable): boolean {
  return (
    variable.defs.length === 1 &&
    variable.references.every((reference) => !reference.isWrite() || reference.init === true)
  );
}

/** The expression that a binding is declared with and never changed from: `const x = <this>`. */
export function constantInit(variable: Variable | undefined): TSESTree.Expression | undefined {
  const definition = variable?.defs[0];
  if (variable === undefined || definition?.type !== 'Variable' || !isNeverReassigned(variable)) return undefined;
  const declarator = definition.node;
  if (declarator.id.type !== 'Identifier') return undefined;
  return declarator.init ?? undefined;
}

/** The references that read a binding's value, those in types aside. */
export function readsOf(variable: Variable): readonly TSESLint.Scope.Reference[] {
  return variable.references.filter((reference) => reference.isRead() && !isTypeOnly(reference));
}

function isTypeOnly(reference: TSESLint.Scope.Reference): boolean {
  return 'isTypeReference' in reference && reference.isTypeReference && !reference.isValueReference;
}
