import type { TSESTree } from '@typescript-eslint/utils';
import { usesOfExport } from '../../program/uses-of-export.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import type { ClassNode } from '../../syntax/nodes.ts';
import { findVariable } from '../../syntax/scope.ts';
import type { Holder } from './holder.ts';
import { instancesOf } from './instances.ts';
import { accessibilityOf, isOpenMember, methodName } from './members.ts';
import type { Slot } from './slot.ts';
import type { Step } from './step.ts';
import { takeMember } from './take-apart.ts';
import type { State, Tracker } from './tracker.ts';
import { usesOfField, usesOfVariable, type Uses } from './uses.ts';

export function keepInVariable(
  tracker: Tracker,
  { variable, name }: Extract<Step, { kind: 'variable' }>,
  state: State,
): void {
  const [slot, ...slots] = state.slots;
  const kept = usesOfVariable(variable);
  if (name === undefined) keep(tracker, { kind: 'variable', variable }, kept, state);
  else if (slot === undefined) {
    if (state.path.length === 0) tracker.flow.members.add(name);
    keep(tracker, { kind: 'variable', variable }, kept, { ...state, path: [...state.path, name] });
  } else if (slot.kind === 'property' && slot.name === name)
    keep(tracker, { kind: 'variable', variable }, kept, { ...state, slots });
}

/** The value is what a function is called with. */
export function keepInParameter(
  tracker: Tracker,
  { parameter, of }: Extract<Step, { kind: 'argument' }>,
  state: State,
): void {
  keep(tracker, { kind: 'parameter', variable: parameter, of }, usesOfVariable(parameter), state);
}

export function keepInField(
  tracker: Tracker,
  { owner, name, isStatic }: Extract<Step, { kind: 'field' }>,
  state: State,
): void {
  if (isStatic) keepInClass(tracker, owner, name, state);
  else {
    const isSeen = shareMember(tracker, owner, name, state);
    keep(tracker, { kind: 'field', owner, name }, usesOfField(moduleOf(owner), owner, name, isSeen), state);
  }
}

/** A static member lies in the class as a property lies in an object. */
function keepInClass(tracker: Tracker, owner: ClassNode, name: string, state: State): void {
  const variable = owner.id ? findVariable(moduleOf(owner), owner.id) : undefined;
  if (!variable || !tracker.program.importersOf(moduleOf(owner))) tracker.escape('it is kept in a static field', state);
  else {
    const inside: State = { ...state, slots: [{ kind: 'property', name }, ...state.slots] };
    keep(tracker, { kind: 'field', owner, name }, usesOfVariable(variable), inside);
    keep(tracker, { kind: 'field', owner, name }, usesOfField(moduleOf(owner), owner, name), state);
  }
}

function keep(tracker: Tracker, holder: Holder, { reads, escapes, exportedAs }: Uses, state: State): void {
  tracker.flow.holders.push(holder);
  const kept: State = { ...state, holders: [...state.holders, holder] };
  for (const how of escapes) tracker.escape(how, state);
  for (const node of reads) tracker.add({ ...kept, node });
  const [first] = holder.kind === 'variable' ? holder.variable.identifiers : [];
  for (const name of first ? exportedAs : []) leaveModule(tracker, name, { ...kept, node: first ?? state.node });
}

export function leaveModule(tracker: Tracker, name: string, state: State): void {
  const uses = usesOfExport(tracker.program, moduleOf(state.node), name);
  if (!uses) {
    tracker.escape('it is exported', state);
    return;
  }
  tracker.flow.escapes.push(...uses.escapes);
  tracker.flow.doubts.push(...uses.doubts);
  for (const { node, taken } of uses.reads) {
    if (taken === undefined) tracker.add({ ...state, node });
    else takeMember(tracker, taken, node, state);
  }
}

export function keepMember(tracker: Tracker, member: TSESTree.MethodDefinition, state: State): void {
  const name = methodName(member);
  if (name === undefined) tracker.flow.escapes.push('it is returned from a static or computed method');
  else if (member.static && !tracker.program.importersOf(moduleOf(member)))
    tracker.flow.escapes.push('it is returned from a static or computed method');
  else keepInField(tracker, { kind: 'field', owner: member.parent.parent, name, isStatic: member.static }, state);
}

/**
 * What other code reaches of a class, it reaches through the objects of the class.
 *
 * @returns whether those were found
 */
function shareMember(tracker: Tracker, owner: ClassNode, name: string, state: State): boolean {
  const isHidden = name.startsWith('#') || accessibilityOf(owner, name) === 'private';
  const instances = isHidden ? undefined : instancesOf(tracker.program, owner, name);
  if (!instances) {
    if (isOpenMember(moduleOf(owner), owner, name)) tracker.flow.openMembers.push(name);
    return false;
  }
  tracker.flow.escapes.push(...instances.escapes);
  tracker.flow.doubts.push(...instances.doubts);
  const holders: readonly Holder[] = [...state.holders, { kind: 'field', owner, name }];
  for (const node of instances.own) tracker.add({ ...state, node, holders });
  const slots: readonly Slot[] = [{ kind: 'property', name }, ...state.slots];
  for (const node of instances.objects) tracker.add({ ...state, node, slots, holders });
  return true;
}
