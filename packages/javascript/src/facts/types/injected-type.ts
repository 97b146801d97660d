import type { TSESTree } from '@typescript-eslint/utils';

/**
 * Tells whether a decorated class is given something by this type: frameworks read the types of its constructor's
 * parameters and of its decorated fields while the program runs, so the type is a value there.
 */
export function injectsByType(type: TSESTree.Node): boolean {
  const target = type.parent?.type === 'TSTypeAnnotation' ? type.parent.parent : undefined;
  if (target?.type === 'PropertyDefinition') return target.decorators.some(asksForType);
  if (target?.type !== 'Identifier') return false;
  const parameter = target.parent.type === 'AssignmentPattern' ? target.parent : target;
  const owned = parameter.parent.type === 'TSParameterProperty' ? parameter.parent : parameter;
  const method = owned.parent.type === 'FunctionExpression' ? owned.parent.parent : undefined;
  if (method?.type !== 'MethodDefinition' || method.kind !== 'constructor') return false;
  const isNamed = target.decorators.length > 0 || (owned.type === 'TSParameterProperty' && owned.decorators.length > 0);
  return !isNamed && method.parent.parent.decorators.length > 0;
}

/** `@Inject()`; `@Inject('NAME')` names what is asked for. */
function asksForType({ expression }: TSESTree.Decorator): boolean {
  return expression.type !== 'CallExpression' || expression.arguments.length === 0;
}
