import { rules as allRules, type Rule } from '@azure-openai-v1/javascript';
import { migrateSource } from '../project/migrate-source.ts';
import { collectProjectFacts } from '../project/project-facts.ts';
import { openReportOutput } from '../project/report-output.ts';
import { survey } from '../project/survey.ts';
import type { Terminal } from '../project/terminal.ts';
import { writeSource } from '../project/write-source.ts';
import { deliver } from './deliver.ts';
import { wantedGrades, type MigrateRequest } from './request.ts';

/** Plans the migration of files, or applies it, and reports. Answers with the exit code. */
export async function migrate(
  request: MigrateRequest,
  terminal: Terminal,
  rules: readonly Rule[] = allRules,
): Promise<number> {
  const { paths, deployments, write } = request;
  const send = openReportOutput(request.output, terminal);
  const wanted = wantedGrades(request);
  const report = await survey(paths, terminal, (sources) => {
    const projectOf = collectProjectFacts(sources, deployments, terminal);
    return (source) =>
      migrateSource(source, { rules, project: projectOf(source), wanted }, write ? writeSource : undefined);
  });
  return deliver(report, { ...request, command: 'migrate' }, request, terminal, send);
}
