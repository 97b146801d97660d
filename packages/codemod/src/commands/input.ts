import type { FileReport } from '@azure-openai-v1/core';
import { rules as allRules, type Rule } from '@azure-openai-v1/javascript';
import { inspectInput } from '../project/inspect-input.ts';
import { openReportOutput } from '../project/report-output.ts';
import type { Terminal } from '../project/terminal.ts';
import { deliver } from './deliver.ts';
import { wantedGrades, type InputRequest } from './request.ts';

/** Migrates one text from standard input to standard output. What is left to do goes to standard error. */
export async function migrateInput(
  request: InputRequest,
  terminal: Terminal,
  rules: readonly Rule[] = allRules,
): Promise<number> {
  const send = openReportOutput(request.output, terminal, terminal.printError);
  const bytes = await terminal.readInput();
  let result: string | Uint8Array = bytes;
  const report = await inspectInput(bytes, request, terminal, { rules, wanted: wantedGrades(request) }, (text) => {
    result = text;
  });
  terminal.print(result);
  const files = report.files.map(request.output === undefined ? withoutChange : (file) => file);
  const hasNews = files.some(({ findings, outcome }) => 'reason' in outcome || findings.length > 0);
  return deliver(
    { ...report, files },
    undefined,
    request,
    terminal,
    hasNews || request.output !== undefined ? send : () => true,
  );
}

/** Reports the findings of one text from standard input. */
export async function checkInput(
  request: InputRequest,
  terminal: Terminal,
  rules: readonly Rule[] = allRules,
): Promise<number> {
  const send = openReportOutput(request.output, terminal);
  const report = await inspectInput(await terminal.readInput(), request, terminal, { rules, wanted: [] });
  return deliver(report, undefined, request, terminal, send);
}

/** The change itself is on standard output. */
function withoutChange({ path, outcome, findings }: FileReport): FileReport {
  return { path, outcome, findings: findings.filter(({ applied }) => !applied) };
}
