import { collectFacts, type ModuleFacts } from './facts/module-facts.ts';
import { bindingOf, type Holder } from './facts/flow/holder.ts';
import { unknownProject } from './project-facts.ts';
import type { SourceModule } from './source-module.ts';
import { nodesOfType } from './syntax/node-index.ts';
import { findVariable, type Variable } from './syntax/scope.ts';

/**
 * What other files need to know of one. It is plain data, so that it can be kept, sent to another process and compared.
 */
export interface ModuleSummary {
  readonly path: string;
  /** Names under which the file exports a client of the legacy API, or a function that returns one. */
  readonly exportedClients: readonly string[];
  /** What the file imports from other files of its own project. */
  readonly imports: readonly { readonly specifier: string; readonly name: string }[];
}

/** Sums a module up for the files that import it. */
export function summarize(module: SourceModule): ModuleSummary {
  const facts = collectFacts(module, unknownProject);
  const clients = new Set(
    facts.legacyClients.flatMap(({ flow }) => flow.holders.map((holder) => variableOf(facts, holder))),
  );
  const exported = exportedVariables(module).filter(([, variable]) => clients.has(variable));
  return { path: module.path, exportedClients: exported.map(([name]) => name), imports: relativeImports(module) };
}

function variableOf({ module }: ModuleFacts, holder: Holder): Variable | undefined {
  if (holder.kind === 'variable') return holder.variable;
  return holder.kind === 'function' ? bindingOf(module, holder.of) : undefined;
}

function exportedVariables(module: SourceModule): readonly (readonly [string, Variable])[] {
  const named = nodesOfType(module, 'ExportNamedDeclaration').flatMap(({ declaration, specifiers, source }) => {
    if (source) return [];
    const declared = declaration ? module.scopes.getDeclaredVariables(declaration) : [];
    const listed = specifiers.flatMap(({ local, exported }) => {
      const variable = findVariable(module, local);
      return variable ? [[exported.type === 'Identifier' ? exported.name : exported.value, variable] as const] : [];
    });
    return [...declared.map((variable) => [variable.name, variable] as const), ...listed];
  });
  const defaults = nodesOfType(module, 'ExportDefaultDeclaration').flatMap(({ declaration }) => {
    const [declared] = module.scopes.getDeclaredVariables(declaration);
    const variable = findVariable(module, declaration) ?? declared;
    return variable ? [['default', variable] as const] : [];
  });
  return [...named, ...defaults];
}

function relativeImports(module: SourceModule): ModuleSummary['imports'] {
  return nodesOfType(module, 'ImportDeclaration').flatMap(({ source, specifiers }) => {
    if (!source.value.startsWith('.')) return [];
    return specifiers.map((node) => {
      if (node.type === 'ImportDefaultSpecifier') return { specifier: source.value, name: 'default' };
      if (node.type === 'ImportNamespaceSpecifier') return { specifier: source.value, name: '*' };
      return {
        specifier: source.value,
        name: node.imported.type === 'Identifier' ? node.imported.name : node.imported.value,
      };
    });
  });
}
