/** Tells by a file's name or by the comments at its head that a program writes it, or a declaration of types. */
export function isGenerated(path: string, text: string): boolean {
  if (/\.(?:gen|generated|d)\.[^./\\]+$/.test(path) || /\.d\.[^./\\]+\.ts$/.test(path)) return true;
  return /@generated\b|\bDO NOT EDIT\b|\bCode generated\b/.test(leadingComments(text.slice(0, 8192)));
}

function leadingComments(text: string): string {
  const trivia = /\s+|#![^\n]*|\/\/[^\n]*|\/\*/y;
  let position = 0;
  for (;;) {
    trivia.lastIndex = position;
    const match = trivia.exec(text);
    if (match === null) return text.slice(0, position);
    position = match[0] === '/*' ? endOfBlock(text, position) : trivia.lastIndex;
  }
}

function endOfBlock(text: string, start: number): number {
  const end = text.indexOf('*/', start + 2);
  return end === -1 ? text.length : end + 2;
}
