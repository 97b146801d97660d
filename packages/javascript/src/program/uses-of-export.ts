import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../source-module.ts';
import { moduleOf } from '../syntax/module-of.ts';
import { staticName } from '../syntax/nodes.ts';
import { findVariable, readsOf, type Variable } from '../syntax/scope.ts';
import { isCommonJs, wholeExport } from './exports.ts';
import { importsOf, type ModuleImport } from './imports.ts';
import type { Program } from './program.ts';

/** An expression that has an exported value, or holds it under the name `taken`. */
export interface ExportRead {
  readonly node: TSESTree.Node;
  /** The value is this property of what `node` stands for: `import { taken } from` an object that is exported whole. */
  readonly taken?: string;
}

/** Where the modules of a program have what one of them exports. */
export interface ExportUses {
  readonly reads: readonly ExportRead[];
  readonly escapes: readonly string[];
  readonly doubts: readonly string[];
}

/**
 * Finds the places that have an export's value, through imports, re-exports, namespaces, `require` and `import()`.
 *
 * @param name `default`, `=` for `module.exports` as a whole, or the name of a named export
 * @param onBinding is given each binding that imports it by its name
 * @returns undefined where nothing is known of the files that import the module
 */
export function usesOfExport(
  program: Program,
  module: SourceModule,
  name: string,
  onBinding?: (variable: Variable) => void,
): ExportUses | undefined {
  const search = new ExportSearch(program, onBinding);
  return search.visit(module, name) ? search : undefined;
}

class ExportSearch implements ExportUses {
  readonly reads: ExportRead[] = [];
  readonly escapes: string[] = [];
  readonly doubts: string[] = [];
  readonly #program: Program;
  readonly #seen = new Set<string>();

  readonly #onBinding: ((variable: Variable) => void) | undefined;

  constructor(program: Program, onBinding?: (variable: Variable) => void) {
    this.#program = program;
    this.#onBinding = onBinding;
  }

  /** @returns false where the importers are not known */
  visit(module: SourceModule, name: string): boolean {
    const key = `${module.path}\n${name}`;
    if (this.#seen.has(key)) return true;
    this.#seen.add(key);
    const importers = this.#program.importersOf(module);
    if (!importers) return false;
    this.escapes.push(...importers.escapes);
    this.doubts.push(...importers.doubts);
    for (const importer of importers.modules) {
      for (const entry of importsOf(importer)) {
        if (this.#program.resolve(importer, entry.specifier) === module)
          this.#visitImport(module, name, importer, entry);
      }
    }
    return true;
  }

  #visitImport(module: SourceModule, name: string, importer: SourceModule, entry: ModuleImport): void {
    switch (entry.kind) {
      case 'binding':
        this.#visitBinding(module, name, importer, entry);
        break;
      case 'expression':
        this.#visitWhole(importer, entry.node, name);
        break;
      case 'passed-on':
        if (entry.imported === name) this.visit(importer, entry.exported);
        else if (entry.imported === '*' && name !== wholeExport) this.#visitNamespace(importer, entry.exported, name);
        else if (entry.imported === '*' || name === wholeExport)
          this.escapes.push(`\`${importer.path}\` passes it on as \`${entry.exported}\``);
        break;
      case 'all-passed-on':
        if (name === wholeExport) this.escapes.push(`\`${importer.path}\` passes it on`);
        else if (name !== 'default') this.visit(importer, name);
        break;
      case 'promise':
        this.escapes.push(`\`${importer.path}\` loads it with \`import()\``);
    }
  }

  /** `export * as namespace from` */
  #visitNamespace(importer: SourceModule, namespace: string, name: string): void {
    const uses = usesOfExport(this.#program, importer, namespace);
    this.escapes.push(...(uses?.escapes ?? [`\`${importer.path}\` passes it on as \`${namespace}\``]));
    this.doubts.push(...(uses?.doubts ?? []));
    for (const { node } of uses?.reads ?? []) this.#visitWhole(moduleOf(node), node, name);
  }

  #visitBinding(
    module: SourceModule,
    name: string,
    importer: SourceModule,
    { imported, variable }: Extract<ModuleImport, { kind: 'binding' }>,
  ): void {
    const isWhole = imported === '*' || (imported === 'default' && isCommonJs(module));
    if (isWhole) for (const { identifier } of readsOf(variable)) this.#visitWhole(importer, identifier, name);
    else if (imported === name) this.#addReads(variable);
    else if (name === wholeExport) this.#addReads(variable, imported);
  }

  #addReads(variable: Variable, taken?: string): void {
    if (taken === undefined) this.#onBinding?.(variable);
    for (const { identifier } of readsOf(variable))
      this.reads.push(taken === undefined ? { node: identifier } : { node: identifier, taken });
  }

  /** An expression that is the module as a whole. */
  #visitWhole(importer: SourceModule, node: TSESTree.Node, name: string): void {
    if (name === wholeExport) {
      this.reads.push({ node });
      return;
    }
    const { parent } = node;
    if (parent?.type === 'MemberExpression' && parent.object === node) {
      const member = staticName(parent);
      if (member === undefined) this.escapes.push(`\`${importer.path}\` takes it from the module by a computed name`);
      if (member === name) this.reads.push({ node: parent });
      return;
    }
    const isAssigned = parent?.type === 'VariableDeclarator' && parent.init === node;
    if (isAssigned && parent.id.type === 'ObjectPattern') this.#visitPattern(importer, parent.id, name);
    else if (isAssigned && parent.id.type === 'Identifier') {
      const variable = findVariable(importer, parent.id);
      for (const { identifier } of variable ? readsOf(variable) : []) this.#visitWhole(importer, identifier, name);
    } else if (parent?.type !== 'ExpressionStatement')
      this.escapes.push(`\`${importer.path}\` passes the whole module on`);
  }

  #visitPattern(importer: SourceModule, pattern: TSESTree.ObjectPattern, name: string): void {
    const isNamed = (property: TSESTree.Property | TSESTree.RestElement) =>
      property.type === 'Property' && staticName(property) === name;
    const property = pattern.properties.find(isNamed);
    if (property?.type === 'Property' && property.value.type === 'Identifier') {
      const variable = findVariable(importer, property.value);
      if (variable) this.#addReads(variable);
    } else if (property || pattern.properties.some(({ type }) => type === 'RestElement'))
      this.escapes.push(`\`${importer.path}\` takes the module apart`);
  }
}
