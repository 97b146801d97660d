import type { TextEdit } from '@azure-openai-v1/core';
import type { Node, NodeOf } from './tree.ts';

/** The edits that take the types of one node away; what has no counterpart in JavaScript is an error. */
export function eraseTypes(text: string, node: Node): readonly TextEdit[] {
  const [start, end] = node.range;
  switch (node.type) {
    case 'TSTypeAnnotation':
    case 'TSTypeParameterInstantiation':
    case 'TSTypeParameterDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return [erase(start, end)];
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
      return [erase(node.expression.range[1] + closing(text, node.expression.range[1]), end)];
    case 'Identifier':
      return node.optional ? [erase(start + node.name.length, start + node.name.length + 1)] : [];
    case 'PropertyDefinition':
      return [...eraseModifiers(text, start, node.key.range[0]), ...eraseMark(text, node.key.range[1])];
    case 'MethodDefinition':
      return [...eraseModifiers(text, start, node.key.range[0]), ...assignProperties(node)];
    case 'TSParameterProperty':
      return [erase(start, node.parameter.range[0])];
    case 'TSEnumDeclaration':
    case 'TSModuleDeclaration':
      throw new Error(`${node.type} cannot be erased`);
    default:
      return [];
  }
}

function erase(start: number, end: number, text = ''): TextEdit {
  return { range: { start, end }, text };
}

/** Parentheses around the expression belong to it. */
function closing(text: string, end: number): number {
  return /^(?:\s*\))*/.exec(text.slice(end))?.[0].length ?? 0;
}

function eraseModifiers(text: string, start: number, end: number): readonly TextEdit[] {
  const head = text.slice(start, end);
  return [...head.matchAll(/\b(?:private|public|protected|readonly|declare|override|abstract)\s+/g)].map((match) =>
    erase(start + match.index, start + match.index + match[0].length),
  );
}

function eraseMark(text: string, end: number): readonly TextEdit[] {
  return /[!?]/.test(text.charAt(end)) ? [erase(end, end + 1)] : [];
}

/** What a constructor declares as properties among its parameters is assigned in its body. */
function assignProperties({ value }: NodeOf<'MethodDefinition'>): readonly TextEdit[] {
  const names = value.params.flatMap((parameter) => {
    if (parameter.type !== 'TSParameterProperty') return [];
    const target = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter;
    return [`this.${target.name} = ${target.name};`];
  });
  if (names.length === 0 || !value.body) return [];
  const inside = value.body.range[0] + 1;
  return [erase(inside, inside, ` ${names.join(' ')}`)];
}
