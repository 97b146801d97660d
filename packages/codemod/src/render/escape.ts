/** Controls of a terminal (C0, DEL, C1), line separators, and the marks that turn the direction of text. */
const controls = /[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** Makes every character visible that a terminal would obey, line ends and tabs included. */
export function escapeControls(text: string): string {
  return text.replace(controls, escapeCharacter);
}

/** The same for a line of source: tabs stay, because they are its indentation. */
export function escapeSourceLine(line: string): string {
  return line.replace(controls, (character) => (character === '\t' ? character : escapeCharacter(character)));
}

/** The same for text in JSON, as escapes that a JSON parser undoes. */
export function escapeJson(json: string): string {
  return json.replace(controls, (character) =>
    character === '\n' ? character : `\\u${hex(character).padStart(4, '0')}`,
  );
}

function escapeCharacter(character: string): string {
  const code = hex(character);
  return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u{${code}}`;
}

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16);
}
