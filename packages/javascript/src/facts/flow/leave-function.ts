import { exportNamesOfDeclaration } from '../../program/exports.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import type { FunctionNode } from '../../syntax/nodes.ts';
import { findVariable, type Variable } from '../../syntax/scope.ts';
import { isOutside, type Holder } from './holder.ts';
import { keepMember, leaveModule } from './keep-value.ts';
import { maximumDepth, type State, type Tracker } from './tracker.ts';
import { usesOfVariable } from './uses.ts';

export function leaveFunction(tracker: Tracker, of: FunctionNode, state: State): void {
  const { parent } = of;
  if (parent.type === 'CallExpression' && parent.callee === of) {
    tracker.add({ ...state, node: parent });
    return;
  }
  if (state.passages.length === maximumDepth) {
    tracker.flow.escapes.push('its way through functions is too long to follow');
    return;
  }
  const holder: Holder = { kind: 'function', of };
  tracker.flow.holders.push(holder);
  const isMemoized = state.holders.some((earlier) => isOutside(earlier, of));
  const left: State = { ...state, holders: [...state.holders, holder] };
  if (parent.type === 'MethodDefinition' && parent.kind === 'get') {
    const passed = { of, call: undefined, isMemoized };
    keepMember(tracker, parent, { ...left, passages: [...state.passages, passed] });
  } else putFunction(tracker, of, { ...left, slots: [{ kind: 'result', of, isMemoized }, ...state.slots] });
}

/** The function as a value: by its name, as a method, or where its expression stands. */
export function putFunction(tracker: Tracker, of: FunctionNode, state: State): void {
  if (state.slots.length > maximumDepth) tracker.flow.escapes.push('its way through functions is too long to follow');
  else if (of.parent.type === 'MethodDefinition') keepMember(tracker, of.parent, state);
  else if (of.type !== 'FunctionDeclaration') tracker.add({ ...state, node: of });
  else {
    const variable = of.id ? findVariable(moduleOf(of), of.id) : undefined;
    if (variable) keepFunction(tracker, variable, { ...state, node: of });
    else for (const name of exportNamesOfDeclaration(of)) leaveModule(tracker, name, { ...state, node: of });
  }
}

function keepFunction(tracker: Tracker, variable: Variable, state: State): void {
  const { reads, exportedAs } = usesOfVariable(variable);
  for (const node of reads) tracker.add({ ...state, node });
  for (const name of exportedAs) leaveModule(tracker, name, state);
}
