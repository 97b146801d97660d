import { containsRange, type TextRange } from '@azure-openai-v1/core';
import { isMap } from 'yaml';
import { lineAt, linesTouched, stretchOfLines, type Line } from '../../lines.ts';
import type { Obstacle } from '../../obstacle.ts';
import { endOf, extentOf, hasAnchor, hasOwnLines, startOf } from './geometry.ts';
import type { YamlRemoval } from './remove-yaml.ts';
import { keyOf, type YamlContainer, type YamlPlace } from './yaml-place.ts';
import type { YamlText } from './yaml-text.ts';

/** Takes out a whole map or list, which places would leave empty, with its key. */
export function removeWhole(
  yaml: YamlText,
  lines: readonly Line[],
  container: YamlContainer,
  places: readonly YamlPlace[],
): YamlRemoval {
  const { owner } = container;
  const refuse = (reason: Obstacle['reason']): YamlRemoval => ({ kind: 'obstacle', places, obstacle: { reason } });
  if (!owner) return refuse('only-entry');
  const extent = {
    start: startOf(owner.pair.key),
    end: Math.max(endOf(owner.pair), ...places.map((place) => extentOf(place).end)),
  };
  const reason = meaningAtStake(container, owner.container, places) ?? layoutAtStake(yaml, lines, extent);
  if (reason !== undefined) return refuse(reason);
  const { first, last } = linesTouched(lines, extent);
  const edits = [{ range: stretchOfLines(lines, first, last), text: '' }];
  return { kind: 'edits', places, edits, gone: [owner.pair] };
}

/** What it is merged with would show through, and what refers to it would refer to nothing. */
function meaningAtStake(
  { node }: YamlContainer,
  { node: outer }: YamlContainer,
  places: readonly YamlPlace[],
): Obstacle['reason'] | undefined {
  if (outer.items.length === 1 || outer.flow === true) return 'only-entry';
  if (isMap(outer) && outer.items.some((pair) => keyOf(pair) === '<<')) return 'anchor';
  const isTagged = node.tag?.startsWith('!') === true;
  return isTagged || node.anchor !== undefined || places.some((place) => hasAnchor(place.node)) ? 'anchor' : undefined;
}

/** Comments within or right below, which would be left without what they are about. */
function layoutAtStake(
  { text, comments }: YamlText,
  lines: readonly Line[],
  extent: TextRange,
): Obstacle['reason'] | undefined {
  const columnOf = (offset: number) => offset - (lines[lineAt(lines, offset)]?.start ?? 0);
  const hasOwnLine = ({ start }: TextRange) => text.slice(start - columnOf(start), start).trim() === '';
  const isWithin = (comment: TextRange) => containsRange(extent, comment) && hasOwnLine(comment);
  const isBelow = ({ start }: TextRange) =>
    start > extent.end && columnOf(start) > columnOf(extent.start) && /^\s*$/.test(text.slice(extent.end, start));
  if (comments.some((comment) => isWithin(comment) || isBelow(comment))) return 'comment';
  return hasOwnLines(text, lines, extent, /^[ \t]*$/) ? undefined : 'shared-line';
}
