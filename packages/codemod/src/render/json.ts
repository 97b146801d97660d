import { summarize, type FileReport, type Outcome, type Report } from '@azure-openai-v1/core';
import { escapeJson } from './escape.ts';
import { redactPath, redactPhrase } from './redact-phrase.ts';

/** Renders a report as the JSON object of the command line's contract. */
export function renderJson(report: Report): string {
  const files = report.files.map(presentFile);
  const notChecked = files.filter(({ outcome }) => outcome === 'skipped').map(({ path, reason }) => ({ path, reason }));
  const object = { version: 1, root: '.', files, summary: summarize(report), notChecked };
  return `${escapeJson(JSON.stringify(object, undefined, 2))}\n`;
}

function presentFile({ path, outcome, findings }: FileReport) {
  return {
    path: redactPath(path),
    outcome: outcome.kind,
    ...reasonOf(outcome),
    findings: findings.map(({ rule, message, grade, applied, range }) => ({
      rule,
      message: redactPhrase(message),
      grade,
      applied,
      range,
    })),
  };
}

function reasonOf(outcome: Outcome): { reason?: string } {
  return 'reason' in outcome ? { reason: outcome.reason } : {};
}
