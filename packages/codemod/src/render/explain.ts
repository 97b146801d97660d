import type { RuleWords } from '@azure-openai-v1/core';
import { createPaint } from './paint.ts';

/** Renders the list of rules, one a line. */
export function renderRuleList(rules: readonly Pick<RuleWords, 'description' | 'id'>[], colour: boolean): string {
  const paint = createPaint(colour);
  const width = Math.max(0, ...rules.map(({ id }) => id.length));
  return rules.map(({ id, description }) => `${paint('bold', id.padEnd(width))}  ${description}\n`).join('');
}

/** Renders a page for the terminal: code is indented, headings stand out, links show their target. */
export function renderPage(markdown: string, colour: boolean): string {
  const paint = createPaint(colour);
  let inCode = false;
  const lines: string[] = [];
  for (const line of withoutComments(markdown).split('\n')) {
    const heading = /^#{1,6} (.*)$/.exec(line)?.[1];
    if (line.startsWith('```')) inCode = !inCode;
    else if (inCode) lines.push(paint('cyan', line === '' ? '' : `    ${line}`));
    else if (heading !== undefined) lines.push(paint('bold', plain(heading)));
    else lines.push(plain(line));
  }
  return `${lines.join('\n').trim()}\n`;
}

/** Generated pages mark their parts with comments, which mean nothing to a reader. */
function withoutComments(markdown: string): string {
  return markdown
    .split('\n')
    .filter((line) => !(line.startsWith('<!--') && line.endsWith('-->')))
    .join('\n');
}

function plain(line: string): string {
  return line.replaceAll(/\[([^\]]*)\]\((https?:[^)]*)\)/g, '$1 ($2)').replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1');
}
