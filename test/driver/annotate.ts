import type { Finding } from '@azure-openai-v1/core';

interface Line {
  readonly text: string;
  readonly start: number;
}

/**
 * Shows findings in the text they were found in: `~~~` under each range, then rule, grade and message under the line
 * where the range ends.
 */
export function annotate(text: string, findings: readonly Finding[]): string {
  const lines = splitLines(text).flatMap((line) => [
    line.text,
    ...findings.flatMap((finding) => notesOn(line, finding)),
  ]);
  return `${lines.join('\n').trimEnd()}\n`;
}

function splitLines(text: string): readonly Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const placed = { text: line.replace(/\r$/, ''), start };
    start += line.length + 1;
    return placed;
  });
}

function notesOn({ text, start }: Line, { range, rule, grade, message }: Finding): readonly string[] {
  const end = start + text.length;
  if (range.end < start || range.start > end) return [];
  const from = Math.max(range.start - start, text.search(/\S|$/));
  const to = Math.min(range.end - start, text.length);
  const margin = text.slice(0, from).replaceAll(/[^\t]/g, ' ');
  const underline = margin + '~'.repeat(Math.max(to - from, 1));
  return range.end > end ? [underline] : [underline, `${margin}${rule} (${grade}): ${message}`];
}
