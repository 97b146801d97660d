import type { SourceModule } from '../../source-module.ts';
import { nodesOfType } from '../../syntax/node-index.ts';
import { literalText } from '../../syntax/nodes.ts';

const known = new WeakMap<SourceModule['ast'], readonly string[]>();

/** Every module that a file names in an `import`, a `require` or a dynamic `import()`. */
export function importedModules(module: SourceModule): readonly string[] {
  const names = known.get(module.ast) ?? collect(module);
  known.set(module.ast, names);
  return names;
}

function collect(module: SourceModule): readonly string[] {
  const declared = nodesOfType(module, 'ImportDeclaration').map(({ source }) => source.value);
  const dynamic = nodesOfType(module, 'ImportExpression').flatMap(({ source }) => literalText(source) ?? []);
  const required = nodesOfType(module, 'CallExpression').flatMap(({ callee, arguments: [source] }) =>
    callee.type === 'Identifier' && callee.name === 'require' && source ? (literalText(source) ?? []) : [],
  );
  return [...new Set([...declared, ...dynamic, ...required])];
}

/** Tells whether a file imports one of some modules. */
export function importsModule(module: SourceModule, names: readonly string[]): boolean {
  return importedModules(module).some((name) => names.includes(name));
}
