import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import type { ClassNode, FunctionNode } from '../../syntax/nodes.ts';
import {
  isOpenMember,
  isOutside,
  usesOfField,
  usesOfFunction,
  usesOfVariable,
  type Holder,
  type Uses,
} from './holder.ts';
import type { ClientCall, ClientFlow, Passage } from './client-flow.ts';
import { stepsFrom, type Step } from './step.ts';

interface State {
  readonly node: TSESTree.Node;
  readonly path: readonly string[];
  readonly passages: readonly Passage[];
  readonly holders: readonly Holder[];
}

/** More factories around factories than real code has; past it the flow counts as lost. */
const maximumPassages = 5;

/** Follows the value of an expression through the file: variables, fields, factories, parameters, wrappers. */
export function trackClient(module: SourceModule, origin: TSESTree.Node): ClientFlow {
  const tracker = new ClientTracker(module);
  tracker.follow(origin);
  return tracker;
}

class ClientTracker implements ClientFlow {
  readonly calls: ClientCall[] = [];
  readonly members = new Set<string>();
  readonly escapes: string[] = [];
  readonly openMembers: string[] = [];
  readonly copies: TSESTree.CallExpression[] = [];
  readonly holders: Holder[] = [];
  readonly expressions = new Set<TSESTree.Node>();
  isAskedForClass = false;
  opensRealtime = false;

  readonly #module: SourceModule;
  readonly #pending: State[] = [];
  readonly #seen = new Set<string>();

  constructor(module: SourceModule) {
    this.#module = module;
  }

  follow(origin: TSESTree.Node): void {
    this.#add({ node: origin, path: [], passages: [], holders: [] });
    for (let state = this.#pending.pop(); state; state = this.#pending.pop()) {
      for (const step of stepsFrom(this.#module, state.node)) this.#take(step, state);
    }
  }

  #add(state: State): void {
    const way = [state.node, ...state.passages.map(({ call, of }) => call ?? of)].map(keyOf).join(';');
    const key = `${way};${state.path.join('.')}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.expressions.add(state.node);
    this.#pending.push(state);
  }

  #take(step: Step, state: State): void {
    const module = this.#module;
    switch (step.kind) {
      case 'same':
        this.#add({ ...state, node: step.node });
        break;
      case 'branch':
        this.holders.push(step);
        this.#add({ ...state, node: step.node, holders: [...state.holders, step] });
        break;
      case 'member':
        this.#takeMember(step.name, step.node, state);
        break;
      case 'call':
        this.#takeCall(step.node, state);
        break;
      case 'variable':
        this.#keepInVariable(step, state);
        break;
      case 'field':
        this.#noteMember(step.owner, step.name);
        this.#keep(step, usesOfField(module, step.owner, step.name), state);
        break;
      case 'return':
        this.#leaveFunction(step.from, state);
        break;
      case 'argument':
        this.#keep({ kind: 'parameter', variable: step.parameter, of: step.of }, usesOfVariable(step.parameter), state);
        break;
      case 'escape':
        this.escapes.push(step.how);
        break;
      default:
        this.#takeNote(step.kind);
    }
  }

  #takeNote(kind: 'instanceof' | 'realtime' | 'nothing'): void {
    if (kind === 'instanceof') this.isAskedForClass = true;
    if (kind === 'realtime') this.opensRealtime = true;
  }

  #takeMember(name: string | undefined, node: TSESTree.Node, state: State): void {
    if (name === undefined) {
      this.escapes.push('a part of it is taken by a computed name');
      return;
    }
    if (state.path.length === 0) this.members.add(name);
    this.#add({ ...state, node, path: [...state.path, name] });
  }

  #takeCall(node: TSESTree.CallExpression, state: State): void {
    const { path } = state;
    if (path.length === 0) this.escapes.push('it is called itself');
    else if (path.length === 1 && path[0] === 'withOptions') {
      this.copies.push(node);
      this.#add({ ...state, node, path: [] });
    } else this.calls.push({ node, path, passages: state.passages, holders: state.holders });
  }

  #keepInVariable({ variable, name }: Extract<Step, { kind: 'variable' }>, state: State): void {
    if (state.path.length === 0 && name !== undefined) this.members.add(name);
    const path = name === undefined ? state.path : [...state.path, name];
    this.#keep({ kind: 'variable', variable }, usesOfVariable(variable), { ...state, path });
  }

  #keep(holder: Holder, { reads, escapes }: Uses, state: State): void {
    this.holders.push(holder);
    this.escapes.push(...escapes);
    for (const node of reads) this.#add({ ...state, node, holders: [...state.holders, holder] });
  }

  #leaveFunction(of: FunctionNode, state: State): void {
    if (of.parent.type === 'CallExpression' && of.parent.callee === of) {
      this.#add({ ...state, node: of.parent });
      return;
    }
    if (state.passages.length === maximumPassages) {
      this.escapes.push('its way through functions is too long to follow');
      return;
    }
    const { reads, escapes } = usesOfFunction(this.#module, of);
    if (of.parent.type === 'MethodDefinition') this.#noteMember(of.parent.parent.parent, methodName(of.parent));
    const holder: Holder = { kind: 'function', of };
    this.holders.push(holder);
    this.escapes.push(...escapes);
    const isMemoized = state.holders.some((earlier) => isOutside(earlier, of));
    for (const node of reads) {
      const call = node.type === 'CallExpression' ? node : undefined;
      const passages = [...state.passages, { of, call, isMemoized }];
      this.#add({ ...state, node, passages, holders: [...state.holders, holder] });
    }
  }

  #noteMember(owner: ClassNode, name: string): void {
    if (isOpenMember(this.#module, owner, name)) this.openMembers.push(name);
  }
}

function methodName({ key }: TSESTree.MethodDefinition): string {
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  return key.type === 'Identifier' ? key.name : '';
}

/** A node as a key; an optional chain has the range of what it holds, so the kind belongs to it. */
function keyOf({ type, range }: TSESTree.Node): string {
  return `${type}:${range.join(':')}`;
}
