import { ts } from '@ts-morph/common';

/** Why nothing is said of most JavaScript. */
export const plainJavaScript = 'TypeScript does not check plain JavaScript without `checkJs`';

/** Tells whether TypeScript says nothing of the types in a file: plain JavaScript, or one that asks for it. */
export function isUnchecked(
  { fileName, text }: Pick<ts.SourceFile, 'fileName' | 'text'>,
  options: ts.CompilerOptions,
): boolean {
  const directive = directiveOf(text);
  if (directive !== undefined) return directive === 'nocheck';
  return isJavaScript(fileName) && options.checkJs !== true;
}

/** Tells by its name whether a file is JavaScript. */
export function isJavaScript(path: string): boolean {
  return /\.[cm]?jsx?$/.test(path);
}

/** `// @ts-check` or `// @ts-nocheck` at the head of a file; the last one counts. */
function directiveOf(text: string): string | undefined {
  const comments = ts.getLeadingCommentRanges(text, ts.getShebang(text)?.length ?? 0) ?? [];
  return comments
    .map(({ pos, end }) => /^\/\/\/?\s*@ts-(check|nocheck)\b/.exec(text.slice(pos, end))?.[1])
    .findLast((directive) => directive !== undefined);
}
