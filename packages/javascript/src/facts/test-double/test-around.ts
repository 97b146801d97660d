import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, parentOf } from '../../syntax/nodes.ts';

/** The function that is one test, or prepares one; the nearest function where none is, undefined outside of all. */
export function testAround(node: TSESTree.Node): TSESTree.Node | undefined {
  let nearest: TSESTree.Node | undefined;
  for (let current: TSESTree.Node | undefined = node; current !== undefined; current = parentOf(current)) {
    if (!isFunction(current)) continue;
    nearest ??= current;
    const { parent } = current;
    if (parent.type === 'CallExpression' && tests.test(rootName(parent.callee))) return current;
  }
  return nearest;
}

/** Test frameworks agree on these names, whether they are global or imported. */
const tests = /^(?:it|fit|xit|test|specify|before|beforeEach|beforeAll|after|afterEach|afterAll|setup|teardown)$/;

function rootName(callee: TSESTree.Node): string {
  if (callee.type === 'MemberExpression') return rootName(callee.object);
  if (callee.type === 'CallExpression' || callee.type === 'TaggedTemplateExpression')
    return rootName(callee.type === 'CallExpression' ? callee.callee : callee.tag);
  return callee.type === 'Identifier' ? callee.name : '';
}
