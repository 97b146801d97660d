import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../source-module.ts';
import { nodesOfType } from '../syntax/node-index.ts';
import { literalText, unwrap } from '../syntax/nodes.ts';
import { findVariable, type Variable } from '../syntax/scope.ts';

/** A way in which a module takes something from another. `imported` is `*` for the module as a whole. */
export type ModuleImport =
  /** `import { imported as variable } from`, `import variable from` (`default`), `import * as variable from`. */
  | { readonly kind: 'binding'; readonly specifier: string; readonly imported: string; readonly variable: Variable }
  /** `require(…)` or `await import(…)`: the expression is the module as a whole. */
  | { readonly kind: 'expression'; readonly specifier: string; readonly node: TSESTree.Node }
  /** `export { imported as exported } from`, `export * as exported from`. */
  | { readonly kind: 'passed-on'; readonly specifier: string; readonly imported: string; readonly exported: string }
  /** `export * from` */
  | { readonly kind: 'all-passed-on'; readonly specifier: string }
  /** `import(…)` whose result is not awaited on the spot. */
  | { readonly kind: 'promise'; readonly specifier: string };

const cache = new WeakMap<TSESTree.Program, readonly ModuleImport[]>();

/** Everything that a module takes from others as values; imports that are only types are left out. */
export function importsOf(module: SourceModule): readonly ModuleImport[] {
  let imports = cache.get(module.ast);
  if (!imports) {
    imports = [...declared(module), ...passedOn(module), ...required(module), ...loaded(module)];
    cache.set(module.ast, imports);
  }
  return imports;
}

function declared(module: SourceModule): readonly ModuleImport[] {
  return nodesOfType(module, 'ImportDeclaration').flatMap(({ source, specifiers }) =>
    // What is imported as a type may still say which class a parameter holds, so types are not left out here.
    specifiers.flatMap((node) => {
      const variable = findVariable(module, node.local);
      const imported =
        node.type === 'ImportSpecifier'
          ? nameOf(node.imported)
          : node.type === 'ImportDefaultSpecifier'
            ? 'default'
            : '*';
      return variable ? [{ kind: 'binding' as const, specifier: source.value, imported, variable }] : [];
    }),
  );
}

function passedOn(module: SourceModule): readonly ModuleImport[] {
  const named = nodesOfType(module, 'ExportNamedDeclaration').flatMap(({ source, specifiers }) =>
    source
      ? specifiers.map(({ local, exported }) => ({
          kind: 'passed-on' as const,
          specifier: source.value,
          imported: nameOf(local),
          exported: nameOf(exported),
        }))
      : [],
  );
  const whole = nodesOfType(module, 'ExportAllDeclaration').map(({ source, exported }): ModuleImport =>
    exported
      ? { kind: 'passed-on', specifier: source.value, imported: '*', exported: nameOf(exported) }
      : { kind: 'all-passed-on', specifier: source.value },
  );
  return [...named, ...whole];
}

function required(module: SourceModule): readonly ModuleImport[] {
  const calls = nodesOfType(module, 'CallExpression').flatMap((node): readonly ModuleImport[] => {
    const [argument] = node.arguments;
    const specifier = argument && literalText(argument);
    const isRequire = node.callee.type === 'Identifier' && node.callee.name === 'require';
    return isRequire && specifier !== undefined && !findVariable(module, node.callee)
      ? [{ kind: 'expression', specifier, node }]
      : [];
  });
  const assigned = nodesOfType(module, 'TSImportEqualsDeclaration').flatMap(({ id, moduleReference }) => {
    const variable = findVariable(module, id);
    const specifier =
      moduleReference.type === 'TSExternalModuleReference' ? literalText(moduleReference.expression) : undefined;
    return variable && specifier !== undefined
      ? [{ kind: 'binding' as const, specifier, imported: '*', variable }]
      : [];
  });
  return [...calls, ...assigned];
}

function loaded(module: SourceModule): readonly ModuleImport[] {
  return nodesOfType(module, 'ImportExpression').flatMap((node): readonly ModuleImport[] => {
    const specifier = literalText(unwrap(node.source));
    if (specifier === undefined) return [];
    return node.parent.type === 'AwaitExpression'
      ? [{ kind: 'expression', specifier, node: node.parent }]
      : [{ kind: 'promise', specifier }];
  });
}

function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}
