import type { Value } from '../value.ts';

/** Replaces the texts of an ARM template that are expressions, such as `[parameters('model')]`, by what they mean. */
export function withExpressions(value: Value): Value {
  if (value.kind === 'text') return toExpression(value);
  if (value.kind === 'list') return { ...value, items: value.items.map(withExpressions) };
  if (value.kind !== 'object') return value;
  return {
    ...value,
    entries: value.entries.map((entry) => ({ ...entry, value: withExpressions(entry.value) })),
  };
}

function toExpression(value: Extract<Value, { kind: 'text' }>): Value {
  const { text, at } = value;
  if (!text.startsWith('[') || !text.endsWith(']')) return value;
  if (text.startsWith('[[')) return { ...value, text: text.slice(1) };
  const expression = text.slice(1, -1).trim();
  const [, kind, name, path = ''] = /^(parameters|variables)\(\s*'([^']*)'\s*\)((?:\.\w+)*)$/i.exec(expression) ?? [];
  if (kind !== undefined && name !== undefined) {
    return { kind: 'reference', path: [kind.toLowerCase(), name, ...path.split('.').slice(1)], at };
  }
  const tail = tailOf(expression);
  return tail === undefined ? { kind: 'other', at } : { kind: 'joined', tail, at };
}

/** What the text of `concat(…, '/chat')` or `format('{0}/{1}', …, 'chat')` ends with. */
function tailOf(expression: string): string | undefined {
  const [, last] = /,\s*'([^']*)'\s*\)$/.exec(expression.slice(-300)) ?? [];
  if (/^concat\(/i.test(expression)) return last;
  return last !== undefined && /^format\(\s*'[^']*\/\{\d+\}'/i.test(expression) ? `/${last}` : undefined;
}
