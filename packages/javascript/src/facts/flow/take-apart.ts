import type { TSESTree } from '@typescript-eslint/utils';
import { moduleOf } from '../../syntax/module-of.ts';
import { nodesOfType } from '../../syntax/node-index.ts';
import { closest } from '../../syntax/nodes.ts';
import type { Holder } from './holder.ts';
import { maximumDepth, type State, type Tracker } from './tracker.ts';
import type { Slot } from './slot.ts';

/** A property of the value is taken: of the client itself, or of an object that holds it. */
export function takeMember(tracker: Tracker, name: string | undefined, node: TSESTree.Node, state: State): void {
  const [slot, ...slots] = state.slots;
  if (slot?.kind === 'result') {
    // `getClient.mockReturnValue(…)` of a test; `call`, `apply` and `bind` hand the function on.
    if (!name?.startsWith('mock')) tracker.escape('it is passed to another function', state);
  } else if (name === undefined) tracker.escape('a part of it is taken by a computed name', state);
  else if (slot === undefined) takeOwnMember(tracker, name, node, state);
  else if (slot.name === name) tracker.add({ ...state, node, slots });
}

function takeOwnMember(tracker: Tracker, name: string, node: TSESTree.Node, state: State): void {
  if (state.path.length === 0) tracker.flow.members.add(name);
  tracker.add({ ...state, node, path: [...state.path, name] });
}

export function takeCall(tracker: Tracker, node: TSESTree.CallExpression, state: State): void {
  const { path } = state;
  const [slot, ...slots] = state.slots;
  if (slot?.kind === 'result') {
    const passages = [...state.passages, { of: slot.of, call: node, isMemoized: slot.isMemoized }];
    tracker.add({ ...state, node, slots, passages });
  } else if (slot) tracker.escape('it goes where its use cannot be followed', state);
  else if (path.length === 0) tracker.flow.directCalls.push(node);
  else if (path.length === 1 && path[0] === 'withOptions') {
    tracker.flow.copies.push(node);
    tracker.add({ ...state, node, path: [] });
  } else tracker.flow.calls.push({ node, path, passages: state.passages, holders: state.holders });
}

export function putInside(tracker: Tracker, object: TSESTree.ObjectExpression, name: string, state: State): void {
  const slots: readonly Slot[] = [{ kind: 'property', name }, ...state.slots];
  const holder: Holder = { kind: 'property', object, name };
  tracker.flow.holders.push(holder);
  if (slots.length > maximumDepth) {
    tracker.flow.escapes.push('its way through functions and objects is too long to follow');
    return;
  }
  const inside: State = { ...state, slots, holders: [...state.holders, holder] };
  for (const node of [object, ...thisOf(object)]) tracker.add({ ...inside, node });
}

/** Where the functions of an object call it `this`. */
function thisOf(object: TSESTree.ObjectExpression): readonly TSESTree.Node[] {
  return nodesOfType(moduleOf(object), 'ThisExpression').filter((node) => {
    const method = closest(node, isOrdinaryFunction);
    return method?.parent.type === 'Property' && method.parent.value === method && method.parent.parent === object;
  });
}

/** A function with a `this` of its own. */
function isOrdinaryFunction(node: TSESTree.Node): node is TSESTree.FunctionExpression | TSESTree.FunctionDeclaration {
  return node.type === 'FunctionExpression' || node.type === 'FunctionDeclaration';
}
