import type { FunctionNode } from '../../syntax/nodes.ts';

/** How a value that is followed lies in another: as a property of an object, or as what a function returns. */
export type Slot =
  | { readonly kind: 'property'; readonly name: string }
  | {
      readonly kind: 'result';
      readonly of: FunctionNode;
      /** The value was kept outside of the function, so that a later call may return an earlier call's. */
      readonly isMemoized: boolean;
    };

/** A slot as a key. */
export function slotKey(slot: Slot): string {
  return slot.kind === 'property' ? `.${slot.name}` : `(${slot.of.range.join(':')})`;
}

/**
 * Says how something leaves what is seen, in words for what leaves: the client itself, the object that holds it, or the
 * function that returns it.
 */
export function describeEscape(how: string, slots: readonly Slot[], isFunctionItself: boolean): string {
  const [outermost] = slots;
  if (outermost === undefined) return how;
  if (outermost.kind === 'property') return how === 'it is exported' ? how : 'it is put into an object';
  if (how === 'it is exported') return 'it is returned from an exported function';
  return isFunctionItself
    ? 'it is returned from a function whose calls cannot be followed'
    : 'the function that returns it is passed on';
}
