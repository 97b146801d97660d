import { isAlias, isMap, isScalar, parseDocument, visit, type Document } from 'yaml';

/** Larger texts are not taken apart; the part of a lockfile that is asked for is far smaller. */
export const yamlLimit = 2 * 1024 * 1024;

/** What people and package managers write stays far below; beyond it the time of the parser explodes. */
const limits = { brackets: 50, depth: 8, explicitKeys: 20, lineLength: 2000, signsInLine: 40 };

/** A line that is indented by more than a hundred columns, or opens more than twenty lists or keys at once. */
const deepLine = /^[ \t]{101}|^[ \t]*(?:[-?:][ \t]+){21}/;

/** Options with which every scalar is a text and doubled keys cost no time. */
const yamlOptions = {
  schema: 'failsafe',
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/**
 * Reads the mappings of a YAML text and the texts in them; lists are passed over. Undefined where it is broken or made to
 * exhaust its reader.
 */
export function readYaml(text: string): unknown {
  const document = parseYaml(text);
  // A file of comments alone says nothing, and is not broken.
  return document && (new DataReader(document).read(document.contents) ?? {});
}

/** Parses a YAML text; undefined where it is broken, or larger or deeper than what people write. */
export function parseYaml(text: string): Document | undefined {
  if (!isModestYaml(text)) return undefined;
  try {
    const document = parseDocument(text, yamlOptions);
    return document.errors.length === 0 ? document : undefined;
  } catch {
    return undefined;
  }
}

/** The parser's own conversion searches the document for every alias, and writes out collections that are keys: both can take for ever. */
class DataReader {
  readonly #document: Document;
  #anchored: ReadonlyMap<string, unknown> | undefined;

  constructor(document: Document) {
    this.#document = document;
  }

  read(node: unknown, depth = 0): unknown {
    if (isAlias(node)) return (this.#anchored ??= findAnchored(this.#document)).get(node.source);
    if (isScalar(node)) return node.value;
    if (!isMap(node) || depth === limits.depth) return undefined;
    // Without a prototype no key of the text has a meaning of its own.
    const data = Object.create(null) as Record<string, unknown>;
    for (const { key, value } of node.items) {
      if (isScalar(key)) data[String(key.value)] = this.read(value, depth + 1);
    }
    return data;
  }
}

/** The texts that have an anchor; an anchor that is set twice stands for nothing that is known. */
function findAnchored(document: Document): ReadonlyMap<string, unknown> {
  const anchored = new Map<string, unknown>();
  visit(document, {
    Scalar(_, { anchor, value }) {
      if (anchor !== undefined) anchored.set(anchor, anchored.has(anchor) ? undefined : value);
    },
  });
  return anchored;
}

/** Tells from the bare characters whether a text is small and flat enough for the parser. */
function isModestYaml(text: string): boolean {
  if (text.length > yamlLimit) return false;
  let depth = 0;
  let explicitKeys = 0;
  for (const line of text.split(/[\r\n]/)) {
    if (line.length > limits.lineLength || deepLine.test(line) || countSigns(line) > limits.signsInLine) return false;
    for (const [character] of line.matchAll(/[[{\]}]|\?(?=\s|$)/g)) {
      if (character === '?') explicitKeys += 1;
      else depth += character === '[' || character === '{' ? 1 : -1;
      if (depth < 0 || depth > limits.brackets || explicitKeys > limits.explicitKeys) return false;
    }
  }
  return true;
}

/** How many keys, anchors, aliases and tags a line may have. */
function countSigns(line: string): number {
  return line.match(/:(?=\s|$)|[&*!]/g)?.length ?? 0;
}
