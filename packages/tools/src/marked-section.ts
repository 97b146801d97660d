/**
 * Replaces what stands between `<!-- name:start -->` and `<!-- name:end -->`.
 * A text without the two markers, in that order and once each, gives `undefined`.
 */
export function replaceMarkedSection(text: string, name: string, content: string): string | undefined {
  const start = `<!-- ${name}:start -->`;
  const end = `<!-- ${name}:end -->`;
  const [before, rest, ...tooMany] = text.split(start);
  const [, after, ...alsoTooMany] = rest?.split(end) ?? [];
  if (before === undefined || after === undefined || tooMany.length > 0 || alsoTooMany.length > 0) return undefined;
  return `${before}${start}\n\n${content}\n\n${end}${after}`;
}
