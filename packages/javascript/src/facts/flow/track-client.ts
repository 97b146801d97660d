import type { TSESTree } from '@typescript-eslint/utils';
import type { Program } from '../../program/program.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { isFunction, type FunctionNode } from '../../syntax/nodes.ts';
import type { ClientFlow } from './client-flow.ts';
import { keepInField, keepInParameter, keepInVariable, leaveModule } from './keep-value.ts';
import { leaveFunction, putFunction } from './leave-function.ts';
import { describeEscape, slotKey } from './slot.ts';
import { stepsFrom, type Step } from './step.ts';
import { putInside, takeCall, takeMember } from './take-apart.ts';
import type { FlowRecord, State, Tracker } from './tracker.ts';

/** Follows the value of an expression through a program: variables, fields, objects, functions, modules, wrappers. */
export function trackClient(program: Program, origin: TSESTree.Node): ClientFlow {
  return track(program, (tracker) => {
    tracker.add({ node: origin, path: [], slots: [], passages: [], holders: [] });
  });
}

/**
 * Follows any other value through a program.
 *
 * @param claim takes a place of the value that has a meaning of its own; the flow does not go on from there
 */
export function trackValue(
  program: Program,
  origin: TSESTree.Node,
  claim: (state: State, tracker: Tracker) => boolean,
): ClientFlow {
  return track(
    program,
    (tracker) => {
      tracker.add({ node: origin, path: [], slots: [], passages: [], holders: [] });
    },
    claim,
  );
}

/** Follows a function: its calls are the flow's direct calls. */
export function trackFunction(program: Program, of: FunctionNode): ClientFlow {
  return track(program, (tracker) => {
    putFunction(tracker, of, { node: of, path: [], slots: [], passages: [], holders: [] });
  });
}

function track(
  program: Program,
  begin: (tracker: Tracker) => void,
  claim?: (state: State, tracker: Tracker) => boolean,
): ClientFlow {
  const pending: State[] = [];
  const seen = new Set<string>();
  const flow = emptyRecord();
  /** The file in which the value is made. */
  let home: string | undefined;
  const tracker: Tracker = {
    program,
    flow,
    add(state) {
      const key = keyOfState(state);
      if (seen.has(key)) return;
      seen.add(key);
      home ??= moduleOf(state.node).path;
      flow.expressions.add(state.node);
      pending.push(state);
    },
    escape(how, { slots, node }) {
      const { path } = moduleOf(node);
      home ??= path;
      const where = path === home ? '' : ` in \`${path}\``;
      flow.escapes.push(`${describeEscape(how, slots, isFunction(node))}${where}`);
    },
  };
  begin(tracker);
  for (let state = pending.pop(); state; state = pending.pop()) {
    if (claim?.(state, tracker) === true) continue;
    for (const step of stepsFrom(program, state.node)) takeStep(tracker, step, state);
  }
  return flow;
}

function emptyRecord(): FlowRecord {
  return {
    calls: [],
    directCalls: [],
    members: new Set(),
    escapes: [],
    doubts: [],
    openMembers: [],
    copies: [],
    holders: [],
    expressions: new Set(),
    isAskedForClass: false,
    opensRealtime: false,
  };
}

function keyOfState({ node, path, slots, passages }: State): string {
  const way = [node, ...passages.map(({ call, of }) => call ?? of)].map(keyOf).join(';');
  return `${moduleOf(node).path}\n${way};${path.join('.')};${slots.map(slotKey).join('')}`;
}

function takeStep(tracker: Tracker, step: Step, state: State): void {
  switch (step.kind) {
    case 'same':
      tracker.add({ ...state, node: step.node });
      break;
    case 'branch':
      tracker.flow.holders.push(step);
      tracker.add({ ...state, node: step.node, holders: [...state.holders, step] });
      break;
    case 'member':
      takeMember(tracker, step.name, step.node, state);
      break;
    case 'call':
      takeCall(tracker, step.node, state);
      break;
    case 'property':
      putInside(tracker, step.node, step.name, state);
      break;
    case 'variable':
      keepInVariable(tracker, step, state);
      break;
    case 'field':
      keepInField(tracker, step, state);
      break;
    case 'return':
      leaveFunction(tracker, step.from, state);
      break;
    case 'argument':
      keepInParameter(tracker, step, state);
      break;
    case 'export':
      leaveModule(tracker, step.name, state);
      break;
    case 'escape':
      tracker.escape(step.how, state);
      break;
    default:
      if (state.slots.length === 0) takeNote(tracker, step.kind);
  }
}

function takeNote(tracker: Tracker, kind: 'instanceof' | 'realtime' | 'nothing'): void {
  if (kind === 'instanceof') tracker.flow.isAskedForClass = true;
  if (kind === 'realtime') tracker.flow.opensRealtime = true;
}

/** A node as a key; an optional chain has the range of what it holds, so the kind belongs to it. */
function keyOf({ type, range }: TSESTree.Node): string {
  return `${type}:${range.join(':')}`;
}
