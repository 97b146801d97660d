import { rangesCollide, type TextEdit, type TextRange } from '@azure-openai-v1/core';
import type { Node } from 'jsonc-parser';
import type { Obstacle } from '../../obstacle.ts';
import type { JsonPlace } from './json-place.ts';
import type { JsonText } from './json-text.ts';

/** What takes places of one object or list out, together; an object that they leave empty stays as `{}`. */
export interface JsonRemoval {
  readonly places: readonly JsonPlace[];
  readonly edits: readonly TextEdit[];
  readonly obstacle?: Obstacle;
}

/** Works out how places are taken out. */
export function removeFromJson(json: JsonText, places: readonly JsonPlace[]): readonly JsonRemoval[] {
  return [...new Set(places.map(({ container }) => container))].flatMap((container) =>
    removeFrom(
      json,
      container,
      places.filter((place) => place.container === container),
    ),
  );
}

function removeFrom({ comments }: JsonText, container: Node, places: readonly JsonPlace[]): readonly JsonRemoval[] {
  const children = container.children ?? [];
  const going = new Set(places.map(({ node }) => node));
  const removals: JsonRemoval[] = [];
  for (let first = 0; first < children.length; first += 1) {
    if (!isGoing(children[first])) continue;
    let last = first;
    while (isGoing(children[last + 1])) last += 1;
    const range = stretchOf(container, children, first, last);
    const inside = places.filter(({ node }) => children.indexOf(node) >= first && children.indexOf(node) <= last);
    const isCommented = comments.some((comment) => rangesCollide(comment, range));
    removals.push({
      places: inside,
      edits: isCommented ? [] : [{ range, text: '' }],
      ...(isCommented && { obstacle: { reason: 'comment' } }),
    });
    first = last;
  }
  return removals;

  function isGoing(node: Node | undefined): boolean {
    return node !== undefined && going.has(node);
  }
}

/** With the comma after them; at the end of a list, with the one before them. */
function stretchOf(container: Node, children: readonly Node[], first: number, last: number): TextRange {
  const before = children[first - 1];
  const next = children[last + 1];
  const start = children[first]?.offset ?? 0;
  if (next) return { start, end: next.offset };
  if (before) return { start: endOf(before), end: endOf(children[last]) };
  return { start: container.offset + 1, end: endOf(container) - 1 };
}

function endOf(node: Node | undefined): number {
  return node ? node.offset + node.length : 0;
}
