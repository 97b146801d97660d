import type { TextRange } from '@azure-openai-v1/core';
import type { Obstacle } from '../../obstacle.ts';
import { statementsOf, type Block, type Statement } from './block.ts';
import type { Token } from './tokens.ts';

/** A place where a Bicep or Terraform text sets a variable. */
export interface Place {
  readonly name: string;
  readonly range: TextRange;
  /** The entry, or the object with the name and the value. */
  readonly extent: TextRange;
  readonly obstacle?: Obstacle;
}

/** Finds entries such as `NAME: value`, objects with a name and a value, and outputs. */
export function findPlaces(text: string, root: Block, names: ReadonlySet<string>): readonly Place[] {
  return statementsOf(root).flatMap((statement): readonly Place[] => {
    const place = placeOf(text, statement);
    return place && names.has(place.name) ? [place] : [];
  });
}

function placeOf(text: string, statement: Statement): Place | undefined {
  const [first, second, third] = statement.parts;
  const key = wordOf(text, first);
  if (key === 'output' && second) {
    const name = wordOf(text, second);
    return name === undefined
      ? undefined
      : { name, range: rangeOfWord(text, second, name), extent: extentOf(statement), obstacle: { reason: 'format' } };
  }
  if (key === undefined || !first || bracketOf(text, statement.block) !== '{' || !/^[:=]$/.test(textOf(text, second)))
    return undefined;
  if ((key === 'name' || key === 'key') && third && third === statement.parts.at(-1)) {
    const name = wordOf(text, third) ?? '';
    const place = { name, range: rangeOfWord(text, third, name), extent: extentOfObject(statement) };
    return hasValue(text, statement.block) ? withObstacle(place, text, statement.block, statement) : undefined;
  }
  return withObstacle(
    { name: key, range: rangeOfWord(text, first, key), extent: extentOf(statement) },
    text,
    statement.block,
    statement,
  );
}

function hasValue(text: string, { statements }: Block): boolean {
  return statements.some(({ parts: [key] }) =>
    /^(?:value|secret_?name|secret_?ref|valueFrom)$/i.test(wordOf(text, key) ?? ''),
  );
}

/** Entries of application settings are edited; what a container is given is read by its image. */
function withObstacle(place: Omit<Place, 'obstacle'>, text: string, block: Block, statement: Statement): Place {
  const label = labelOf(text, block);
  if (/^(?:env|environment|environment_?variables)$/i.test(label))
    return { ...place, obstacle: { reason: 'image', detail: label } };
  if (!/^app_?settings$/i.test(label) && !isSettingsResource(text, block, label))
    return { ...place, obstacle: { reason: 'format' } };
  // An expression of Bicep may go on in the next line, as with `? a : b`.
  const next = block.statements[block.statements.indexOf(statement) + 1];
  const goesOn =
    next !== undefined && (wordOf(text, next.parts[0]) === undefined || !/^[:=]$/.test(textOf(text, next.parts[1])));
  return goesOn && place.extent.start !== block.start ? { ...place, obstacle: { reason: 'shared-line' } } : place;
}

/** `properties` of a resource or module that is called after the application settings. */
function isSettingsResource(text: string, { within }: Block, label: string): boolean {
  if (label !== 'properties' || !within) return false;
  const holder = within.block;
  const isNamed = holder.statements.some(
    ({ parts: [key, , value] }) => wordOf(text, key) === 'name' && /appsettings/i.test(textOf(text, value)),
  );
  const types = holder.within?.parts.map((part) => (part.kind === 'string' ? textOf(text, part) : '')) ?? [];
  return (
    isNamed &&
    (holder.within === undefined || types.join('') === '' || types.some((type) => /Microsoft\.Web\/sites/i.test(type)))
  );
}

/** The key or the word that a block stands behind; brackets of calls and lists are looked through. */
function labelOf(text: string, { within }: Block): string {
  if (!within) return '';
  const label = wordOf(text, within.parts[0]);
  const isCall = within.parts[1]?.kind === 'block' && bracketOf(text, within.parts[1]) === '(';
  return label === undefined || isCall ? labelOf(text, within.block) : label;
}

function extentOf({ parts }: Statement): TextRange {
  return { start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 };
}

/** The object itself as an element of a list; with the word before it as a block of Terraform. */
function extentOfObject({ block }: Statement): TextRange {
  const owner = block.within;
  if (owner?.parts.at(-1) !== block || owner.parts.length > 2) return { start: block.start, end: block.end };
  return owner.parts.some(({ kind }) => kind === 'mark') ? { start: block.start, end: block.end } : extentOf(owner);
}

function bracketOf(text: string, { open }: Block): string {
  return open ? text.slice(open.start, open.end) : '';
}

function textOf(text: string, part: Block | Token | undefined): string {
  return part ? text.slice(part.start, part.end) : '';
}

/** A word, or what stands between the quotes of a string. */
function wordOf(text: string, part: Block | Token | undefined): string | undefined {
  if (part?.kind === 'word') return textOf(text, part);
  return part?.kind === 'string' ? textOf(text, part).slice(1, -1) : undefined;
}

function rangeOfWord(text: string, part: Block | Token, name: string): TextRange {
  const start = part.start + Math.max(0, textOf(text, part).indexOf(name));
  return { start, end: start + name.length };
}
