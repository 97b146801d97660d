import type { TSESTree } from '@typescript-eslint/utils';
import { exportNamesOfDeclaration } from '../../program/exports.ts';
import type { Program } from '../../program/program.ts';
import { usesOfExport } from '../../program/uses-of-export.ts';
import type { SourceModule } from '../../source-module.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { closest, isClass, type ClassNode } from '../../syntax/nodes.ts';
import { findVariable, readsOf, type Variable } from '../../syntax/scope.ts';
import { usesOfField } from './uses.ts';

/** Where a program has objects of a class, and how the class leaves what is seen. */
export interface Instances {
  /** Expressions whose value is an object of the class or of one that inherits from it. */
  readonly objects: readonly TSESTree.Node[];
  /** Reads of the member through `this` in classes that inherit it. */
  readonly own: readonly TSESTree.Node[];
  readonly escapes: readonly string[];
  readonly doubts: readonly string[];
}

/**
 * Finds the objects of a class: what `new` makes, what a container gives for the class, and what is declared as one
 * because a framework passes it in.
 *
 * @param member the member that is looked for in classes that inherit from the class
 * @returns undefined where nothing is known of the files that import the class's module
 */
export function instancesOf(program: Program, owner: ClassNode, member: string): Instances | undefined {
  const search = new InstanceSearch(program, member);
  return search.visit(owner) ? search : undefined;
}

class InstanceSearch implements Instances {
  readonly objects: TSESTree.Node[] = [];
  readonly own: TSESTree.Node[] = [];
  readonly escapes: string[] = [];
  readonly doubts: string[] = [];
  readonly #program: Program;
  readonly #member: string;
  readonly #seen = new Set<ClassNode>();

  constructor(program: Program, member: string) {
    this.#program = program;
    this.#member = member;
  }

  visit(owner: ClassNode): boolean {
    if (this.#seen.has(owner)) return true;
    this.#seen.add(owner);
    const module = moduleOf(owner);
    if (!this.#program.importersOf(module)) return false;
    const variable = owner.id ? findVariable(module, owner.id) : undefined;
    if (!variable && owner.parent.type !== 'ExportDefaultDeclaration') {
      this.escapes.push('the class that keeps it has no name');
      return true;
    }
    if (variable) this.#visitNames(variable);
    for (const name of exportNamesOfDeclaration(owner, owner.id?.name)) this.#visitExport(module, name);
    return true;
  }

  #visitNames(variable: Variable): void {
    for (const { identifier } of readsOf(variable)) this.#visitUse(identifier);
    for (const { identifier } of variable.references) this.#visitType(identifier);
  }

  #visitExport(module: SourceModule, name: string): void {
    const uses = usesOfExport(this.#program, module, name, (variable) => {
      for (const { identifier } of variable.references) this.#visitType(identifier);
    });
    this.escapes.push(...(uses?.escapes ?? []));
    this.doubts.push(...(uses?.doubts ?? []));
    for (const { node, taken } of uses?.reads ?? []) if (taken === undefined) this.#visitUse(node);
  }

  /** A place that names the class as a value. */
  #visitUse(node: TSESTree.Node): void {
    const { parent } = node;
    if (parent?.type === 'NewExpression' && parent.callee === node) this.objects.push(parent);
    else if (isClass(parent ?? node) && (parent as ClassNode).superClass === node) this.#visitHeir(parent as ClassNode);
    else if (parent?.type === 'ExportSpecifier') this.#visitExport(moduleOf(parent), exportedName(parent));
    else if (parent?.type === 'ExportDefaultDeclaration') this.#visitExport(moduleOf(parent), 'default');
    // `moduleRef.get(Service)`, `inject(Service)`: a container gives an object of the class.
    else if (parent?.type === 'CallExpression' && parent.callee !== node) this.objects.push(parent);
    else if (parent && !isHarmless(parent) && !isInDecorator(node))
      this.escapes.push('the class that keeps it is passed on');
  }

  #visitHeir(heir: ClassNode): void {
    this.own.push(...usesOfField(moduleOf(heir), heir, this.#member).reads);
    this.visit(heir);
  }

  /** A parameter, variable or field that is declared as an object of the class. */
  #visitType(identifier: TSESTree.Node): void {
    const annotation = identifier.parent?.type === 'TSTypeReference' ? identifier.parent.parent : undefined;
    const declared = annotation?.type === 'TSTypeAnnotation' ? annotation.parent : undefined;
    if (declared?.type === 'PropertyDefinition') this.objects.push(...fieldReads(declared));
    if (declared?.type !== 'Identifier') return;
    const module = moduleOf(declared);
    const variable = findVariable(module, declared);
    if (variable) this.objects.push(...readsOf(variable).map((read) => read.identifier));
    const owner = declared.parent.type === 'TSParameterProperty' ? closest(declared, isClass) : undefined;
    if (owner) this.objects.push(...usesOfField(module, owner, declared.name).reads);
  }
}

function fieldReads(field: TSESTree.PropertyDefinition): readonly TSESTree.Node[] {
  const { key, parent } = field;
  const name = key.type === 'Identifier' ? key.name : key.type === 'PrivateIdentifier' ? `#${key.name}` : undefined;
  return name === undefined ? [] : usesOfField(moduleOf(field), parent.parent, name).reads;
}

function exportedName({ exported }: TSESTree.ExportSpecifier): string {
  return exported.type === 'Identifier' ? exported.name : exported.value;
}

/** The class is only looked at, or one of its static members is used. */
function isHarmless(parent: TSESTree.Node): boolean {
  return /^(?:BinaryExpression|MemberExpression|TSTypeQuery|ExpressionStatement)$/.test(parent.type);
}

/** `@Module({ providers: [Service] })`: what the framework makes of it arrives where a type says so. */
function isInDecorator(node: TSESTree.Node): boolean {
  const isDecorator = (candidate: TSESTree.Node): candidate is TSESTree.Decorator => candidate.type === 'Decorator';
  return closest(node, isDecorator) !== undefined;
}
