import { linesOf } from './lines.ts';

/** What stands for a value. */
const hidden = '…';

/** Shows of a configuration file how it is laid out and which names it has, and none of its values. */
export function withoutValues(text: string): string {
  const lines = linesOf(text);
  return lines.map(({ start, end, next }) => hideValue(text.slice(start, end)) + text.slice(end, next)).join('');
}

function hideValue(line: string): string {
  const [, name, value = ''] =
    /^([ \t]*(?:#+[ \t]*)?(?:-[ \t]+)?(?:export[ \t]+)?["']?[\w.${}/ -]{1,100}["']?[ \t]*[:=][ \t]*)(.*)$/.exec(line) ??
    [];
  if (name !== undefined) return /^[ \t]*[[{(|>,]*[ \t]*$/.test(value) ? line : name + hidden;
  if (/^[ \t]*(?:[\]{}(),[\t ]*|#.*|\/\/.*)$/.test(line)) return line;
  return line.replace(/\S.*$/, hidden);
}
