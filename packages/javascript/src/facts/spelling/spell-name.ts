import type { TSESTree } from '@typescript-eslint/utils';
import { importName } from '../../edits/import-name.ts';
import type { Program } from '../../program/program.ts';
import { resolveValue } from '../../program/resolve-value.ts';
import type { SourceModule } from '../../source-module.ts';
import { destructuredVariable, environmentVariable } from '../../syntax/environment-read.ts';
import { preferredQuote } from '../../syntax/layout.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { nodesOfType } from '../../syntax/node-index.ts';
import {
  classOfThis,
  closest,
  isClass,
  isFunction,
  literalText,
  staticName,
  unwrap,
  type ClassNode,
} from '../../syntax/nodes.ts';
import { constantInit, findVariable, isNeverReassigned, type Variable } from '../../syntax/scope.ts';
import { staticString } from '../../syntax/static-string.ts';
import { accessibilityOf } from '../flow/members.ts';
import { isSetOnce } from '../portability.ts';
import { localNameOf } from './local-name.ts';
import { plain, spellAt, type Spelling } from './spell-at.ts';

/** Spells what a name means at a place where the name itself means something else, or nothing. */
export function spellName(
  program: Program,
  node: TSESTree.Identifier,
  place: TSESTree.Node,
  depth: number,
): Spelling | undefined {
  const home = moduleOf(node);
  const variable = findVariable(home, node);
  if (!variable) return node.name === 'undefined' || node.name === 'String' ? plain(node.name) : undefined;
  if (!isNeverReassigned(variable)) return undefined;
  const [definition] = variable.defs;
  if (definition?.type === 'Parameter') return spellParameter(program, variable, place);
  const local = localNameOf(program, home, variable, place);
  if (local !== undefined) return plain(local);
  const imported = importName(program, home, variable, place);
  if (imported?.costs.length === 0) return imported;
  const literal = literalOf(home, node, place);
  if (literal !== undefined) return plain(literal);
  if (definition?.type === 'ImportBinding') return imported;
  if (isTopLevel(variable)) return spellTopLevel(program, home, variable, place, depth) ?? imported;
  return spellLocalConstant(program, home, variable, place, depth);
}

/** A constant whose text is known is written out. */
function literalOf(home: SourceModule, node: TSESTree.Identifier, place: TSESTree.Node): string | undefined {
  const text = staticString(home, node);
  if (text === undefined || !/^[\w.-]+$/.test(text)) return undefined;
  const quote = preferredQuote(moduleOf(place));
  return quote + text + quote;
}

/** What a constant of another module, that is not exported, reads of the environment is read again. */
function spellTopLevel(
  program: Program,
  home: SourceModule,
  variable: Variable,
  place: TSESTree.Node,
  depth: number,
): Spelling | undefined {
  const init = constantInit(variable);
  return init && readsEnvironmentOnly(home, init) ? spellAt(program, init, place, depth + 1) : undefined;
}

function readsEnvironmentOnly(home: SourceModule, expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  if (literalText(node) !== undefined || environmentVariable(home, node) !== undefined) return true;
  return (
    node.type === 'LogicalExpression' && readsEnvironmentOnly(home, node.left) && readsEnvironmentOnly(home, node.right)
  );
}

/** Tells whether a binding belongs to the module and not to a function of it. */
function isTopLevel(variable: Variable): boolean {
  return variable.scope.type === 'module' || variable.scope.type === 'global';
}

/** What a constant of a function is declared as can be spelled itself. */
function spellLocalConstant(
  program: Program,
  home: SourceModule,
  variable: Variable,
  place: TSESTree.Node,
  depth: number,
): Spelling | undefined {
  const init = constantInit(variable);
  if (init) return spellAt(program, init, place, depth + 1);
  const [name] = variable.identifiers;
  const declarator = variable.defs[0]?.node;
  if (!name || declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'ObjectPattern' || !declarator.init)
    return undefined;
  const taken = destructuredVariable(home, name);
  const property = declarator.id.properties.find(({ value }) => value === name);
  const key = property?.type === 'Property' ? staticName(property) : undefined;
  if (key === undefined || !/^[\w$]+$/.test(key)) return undefined;
  if (taken === undefined && unwrap(declarator.init).type === 'CallExpression') return undefined;
  if (taken !== undefined) return plain(`process.env.${taken}`);
  const object = spellAt(program, declarator.init, place, depth + 1);
  return object && { ...object, text: `${object.text}.${key}` };
}

/** A parameter of a constructor that its class keeps under a name. */
function spellParameter(program: Program, variable: Variable, place: TSESTree.Node): Spelling | undefined {
  const [identifier] = variable.identifiers;
  const owner = identifier && closest(identifier, isClass);
  const builder = identifier && closest(identifier.parent, isFunction);
  if (!owner || builder?.parent.type !== 'MethodDefinition' || builder.parent.kind !== 'constructor') return undefined;
  if (!isMemberOf(program, place, owner)) return undefined;
  if (isSetByOthers(program, owner, variable.name)) return undefined;
  if (identifier.parent.type === 'TSParameterProperty') {
    const isHidden = identifier.parent.accessibility === 'private' && classOfThis(place) !== owner;
    return isHidden ? undefined : plain(`this.${variable.name}`);
  }
  const kept = variable.references.flatMap(({ identifier: { parent } }) =>
    parent.type === 'AssignmentExpression' && parent.left.type === 'MemberExpression' ? [parent] : [],
  );
  const [assignment] = kept;
  if (kept.length !== 1 || assignment?.left.type !== 'MemberExpression') return undefined;
  if (assignment.operator !== '=' || assignment.left.object.type !== 'ThisExpression') return undefined;
  const name = staticName(assignment.left);
  if (name === undefined || !isSetOnce(moduleOf(owner), owner, name)) return undefined;
  if (isSetByOthers(program, owner, name)) return undefined;
  return isReachable(owner, name, place) ? plain(`this.${name}`) : undefined;
}

/** Tells whether `this` at a place is an object of a class, or of one that inherits from it. */
export function isMemberOf(program: Program, place: TSESTree.Node, owner: ClassNode): boolean {
  let current = classOfThis(place);
  for (let depth = 0; current && depth < 8; depth += 1) {
    if (current === owner) return true;
    const parent: TSESTree.Node | undefined = current.superClass
      ? resolveValue(program, current.superClass)
      : undefined;
    current = parent && isClass(parent) ? parent : undefined;
  }
  return false;
}

/** Tells whether a class that inherits a field, or code that has an object of the class, may set the field. */
export function isSetByOthers(program: Program, owner: ClassNode, name: string): boolean {
  const home = moduleOf(owner);
  const importers = program.importersOf(home);
  if (!importers || name.startsWith('#') || accessibilityOf(owner, name) === 'private') return false;
  return [...new Set([home, ...program.candidates, ...importers.modules])].some(
    (module) =>
      nodesOfType(module, 'AssignmentExpression').some(
        ({ left }) => left.type === 'MemberExpression' && staticName(left) === name && classOfThis(left) !== owner,
      ) ||
      nodesOfType(module, 'PropertyDefinition').some(
        (member) =>
          staticName(member) === name && member.parent.parent !== owner && member.parent.parent.superClass !== null,
      ),
  );
}

function isReachable(owner: ClassNode, name: string, place: TSESTree.Node): boolean {
  if (classOfThis(place) === owner) return true;
  return !name.startsWith('#') && accessibilityOf(owner, name) !== 'private';
}
