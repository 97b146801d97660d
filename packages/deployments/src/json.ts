import { parseTree, type Node, type ParseError } from 'jsonc-parser';
import type { TextFile } from './place.ts';
import type { Value } from './value.ts';

/** What a text says as JSON, or that it is none; `line` is where the first fault is. */
export type JsonReading =
  { readonly kind: 'read'; readonly value: Value } | { readonly kind: 'wrong'; readonly offset: number };

/** Reads JSON; `comments` also admits comments and commas before a closing bracket. */
export function readJson(file: TextFile, comments = false): JsonReading {
  const errors: ParseError[] = [];
  const options = { allowTrailingComma: comments, disallowComments: !comments, allowEmptyContent: false };
  const root = parseBounded(file.text, errors, options);
  const [error] = errors;
  if (root === undefined || error !== undefined) return { kind: 'wrong', offset: error?.offset ?? 0 };
  return { kind: 'read', value: toValue(root, file) };
}

/** The parser calls itself for each level, so a text of nothing but brackets would end its stack. */
function parseBounded(text: string, errors: ParseError[], options: Parameters<typeof parseTree>[2]): Node | undefined {
  return isDeep(text) ? undefined : parseTree(text, errors, options);
}

const deepest = 200;

/** Counts brackets outside strings; what comments hold counts as well, which only matters where it is absurd. */
function isDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length && depth <= deepest; index += 1) {
    const character = text.charAt(index);
    if (character === '\\' && inString) index += 1;
    else if (character === '"') inString = !inString;
    else if (character === '\n') inString = false;
    else if (inString) continue;
    else if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
  }
  return depth > deepest;
}

function toValue(node: Node, file: TextFile): Value {
  const at = { file, offset: node.offset };
  const children = node.children ?? [];
  // The parser gives a node of type `string` a string.
  if (node.type === 'string') return { kind: 'text', text: node.value as string, at };
  if (node.type === 'array') return { kind: 'list', items: children.map((child) => toValue(child, file)), at };
  if (node.type !== 'object') return { kind: 'other', at };
  const entries = children.flatMap(({ children: [key, value] = [], offset }) =>
    // The parser gives keys as strings.
    key && value ? [{ key: key.value as string, labels: [], value: toValue(value, file), at: { file, offset } }] : [],
  );
  return { kind: 'object', entries, at };
}
