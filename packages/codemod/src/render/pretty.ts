import { failReasons, skipReasons, summarize, type FileReport, type Outcome, type Report } from '@azure-openai-v1/core';
import { count } from './count.ts';
import { renderDiff } from './diff.ts';
import { escapeControls } from './escape.ts';
import { createPaint, type Paint, type Style } from './paint.ts';
import { redactPath, redactPhrase } from './redact-phrase.ts';

/** How a report is rendered for people. */
export interface PrettyOptions {
  readonly colour: boolean;
  /** The command to run next, if there is one. */
  readonly next: string | undefined;
}

const gradeStyles = { safe: 'green', review: 'yellow', manual: 'red' } as const satisfies Record<string, Style>;

/** Renders a report for people: findings and diff of each file, the counts, what was not looked at, what to do next. */
export function renderPretty(report: Report, { colour, next }: PrettyOptions): string {
  const paint = createPaint(colour);
  const blocks = report.files
    .filter(({ findings, change }) => findings.length > 0 || change)
    .map((file) => renderFile(file, paint));
  const untouched = report.files.filter(({ outcome }) => outcome.kind === 'skipped' || outcome.kind === 'failed');
  if (untouched.length > 0) blocks.push([paint('bold', 'Left alone:'), ...untouched.map(renderTrouble)].join('\n'));
  blocks.push(renderSummary(report));
  if (report.notes && report.notes.length > 0) blocks.push(report.notes.map(safePhrase).join('\n'));
  if (next !== undefined) blocks.push(`Next: ${paint('bold', safePath(next))}`);
  return `${withoutWorkflowCommands(blocks.join('\n\n'))}\n`;
}

/** GitHub's runner obeys lines that begin with `::name`, whoever wrote them; `\\x3a` is the colon, made visible. */
function withoutWorkflowCommands(text: string): string {
  return text.replace(/^([ \t]*):(?=:[a-z])/gim, '$1\\x3a').replaceAll('##[', '#\\x23[');
}

function renderFile({ path, findings, change }: FileReport, paint: Paint): string {
  const lines = findings.map(({ range: { start }, grade, rule, message, applied }) => {
    const place = `${String(start.line)}:${String(start.column)}`.padEnd(7);
    const state = applied ? ' (applied)' : '';
    return `  ${place} ${paint(gradeStyles[grade], grade.padEnd(6))} ${paint('dim', rule)}${state} ${safePhrase(message)}`;
  });
  const shownPath = safePath(path);
  const diff = change ? [renderDiff(redactPath(path), change.before, change.after, paint)] : [];
  return [paint('bold', shownPath), ...lines, ...diff].join('\n');
}

function renderTrouble({ path, outcome }: FileReport): string {
  if (!('reason' in outcome)) return '';
  const detail = outcome.detail === undefined ? '' : `: ${safePhrase(outcome.detail)}`;
  return `  ${safePath(path)} ${explain(outcome)} (${outcome.reason})${detail}`;
}

function explain(outcome: Extract<Outcome, { kind: 'skipped' | 'failed' }>): string {
  return outcome.kind === 'skipped' ? skipReasons[outcome.reason] : failReasons[outcome.reason];
}

function renderSummary(report: Report): string {
  const { scanned, candidates, migrated, pending, needsWork, skipped, failed, findings, applied } = summarize(report);
  const unchanged = candidates - migrated - pending - needsWork - skipped - failed;
  const total = findings.safe + findings.review + findings.manual;
  return [
    `${count(scanned, 'file')} looked at, ${String(candidates)} with a word that matters: ${String(migrated)} migrated, ` +
      `${String(pending)} pending, ${String(needsWork)} need work, ${String(unchanged)} unchanged, ` +
      `${String(skipped)} skipped, ${String(failed)} failed.`,
    `${count(total, 'finding')}: ${String(findings.safe)} safe, ${String(findings.review)} to review, ` +
      `${String(findings.manual)} manual; ${String(applied)} applied.`,
  ].join('\n');
}

function safePath(path: string): string {
  return escapeControls(redactPath(path));
}

function safePhrase(text: string): string {
  return escapeControls(redactPhrase(text));
}
