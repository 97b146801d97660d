import type { TextEdit, TextRange } from '@azure-openai-v1/core';
import { isPair } from 'yaml';
import { linesOf, linesTouched, stretchOfLines, type Line } from '../../lines.ts';
import type { Obstacle } from '../../obstacle.ts';
import { firstLineWithComment, type CommentStyle } from '../../own-comment.ts';
import { endOf, extentOf, hasAnchor, hasOwnLines, lastEnd, startOf } from './geometry.ts';
import { removeWhole } from './remove-whole.ts';
import type { YamlContainer, YamlPlace } from './yaml-place.ts';
import type { YamlText } from './yaml-text.ts';

/** What takes places out, together: the edits, and the entries and items that go; or why not. */
export type YamlRemoval =
  | {
      readonly kind: 'edits';
      readonly places: readonly YamlPlace[];
      readonly edits: readonly TextEdit[];
      readonly gone: readonly unknown[];
    }
  | { readonly kind: 'obstacle'; readonly places: readonly YamlPlace[]; readonly obstacle: Obstacle };

const style: CommentStyle = { line: /^[ \t]*#/, entry: /^[ \t]*#+[ \t]*(?:-[ \t]+)?["']?[\w.-]+["']?[ \t]*[:=]/ };

/** Works out how places are taken out. Where a map or list would be left empty, the entry that holds it goes as well. */
export function removeFromYaml(yaml: YamlText, places: readonly YamlPlace[]): readonly YamlRemoval[] {
  const lines = linesOf(yaml.text);
  const containers = new Map(places.map(({ container }) => [container.node, container]));
  return [...containers].flatMap(([node, container]) => {
    const group = places.filter((place) => place.container.node === node);
    const isEmptied = group.length === node.items.length;
    if (isEmptied) return [removeWhole(yaml, lines, container, group)];
    if (node.flow === true) return [removeFromFlow(yaml, container, group)];
    return group.map((place) => removeLines(yaml, lines, place));
  });
}

function removeLines({ text }: YamlText, lines: readonly Line[], place: YamlPlace): YamlRemoval {
  const { first, last } = linesTouched(lines, extentOf(place));
  const obstacle = obstacleOf(text, lines, place);
  if (obstacle) return { kind: 'obstacle', places: [place], obstacle };
  const top = firstLineWithComment(text, lines, { name: place.name, first, last }, style);
  const edits = [{ range: stretchOfLines(lines, top, last), text: '' }];
  return { kind: 'edits', places: [place], edits, gone: [place.node] };
}

function obstacleOf(text: string, lines: readonly Line[], place: YamlPlace): Obstacle | undefined {
  const extent = extentOf(place);
  if (hasAnchor(place.node)) return { reason: 'anchor' };
  const isItem = !isPair(place.node);
  return hasOwnLines(text, lines, extent, isItem ? /^[ \t]*-[ \t]+$/ : /^[ \t]*$/)
    ? undefined
    : { reason: 'shared-line' };
}

/** Takes items out of `{ … }` or `[ … ]`, each with the comma that it does not need any more. */
function removeFromFlow({ text }: YamlText, { node }: YamlContainer, places: readonly YamlPlace[]): YamlRemoval {
  const items: readonly unknown[] = node.items;
  const going = new Set<unknown>(places.map((place) => place.node));
  const extents = items.map((item) =>
    isPair(item) ? { start: startOf(item.key), end: endOf(item) } : rangeOfItem(item),
  );
  const edits: TextEdit[] = [];
  for (let first = items.findIndex((item) => going.has(item)); first !== -1 && first < items.length; first += 1) {
    if (!going.has(items[first])) continue;
    let last = first;
    while (going.has(items[last + 1])) last += 1;
    const next = extents[last + 1]?.start;
    const start = next === undefined ? extents[first - 1]?.end : extents[first]?.start;
    edits.push({ range: { start: start ?? 0, end: next ?? extents[last]?.end ?? 0 }, text: '' });
    first = last;
  }
  const obstacle = places.some((place) => hasAnchor(place.node))
    ? { reason: 'anchor' as const }
    : edits.some(({ range }) => text.slice(range.start, range.end).includes('#'))
      ? { reason: 'comment' as const }
      : undefined;
  return obstacle ? { kind: 'obstacle', places, obstacle } : { kind: 'edits', places, edits, gone: [...going] };
}

function rangeOfItem(item: unknown): TextRange {
  return { start: startOf(item), end: lastEnd(item) };
}
