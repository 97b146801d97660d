import { exitCodeOf, type Report } from '@azure-openai-v1/core';
import type { ReportOutput } from '../project/report-output.ts';
import type { Terminal } from '../project/terminal.ts';
import { suggestNextStep, type FinishedRun } from '../render/next-step.ts';
import { renderReport } from '../render/report.ts';
import type { Request } from './request.ts';

/** Renders a report, hands it over and answers with the exit code of the run. */
export function deliver(
  report: Report,
  run: FinishedRun | undefined,
  { format, output }: Pick<Request, 'format' | 'output'>,
  terminal: Terminal,
  send: ReportOutput,
): number {
  const colour = terminal.colour && output === undefined;
  const arrived = send(renderReport(report, format, { colour, next: run && suggestNextStep(report, run) }));
  return arrived ? exitCodeOf(report) : 4;
}
