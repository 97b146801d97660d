import { rules as allRules, type Rule } from '@azure-openai-v1/javascript';
import { migrateProject } from '../project/migrate-project.ts';
import { collectProjectFacts } from '../project/project-facts.ts';
import { openReportOutput } from '../project/report-output.ts';
import { survey } from '../project/survey.ts';
import type { Terminal } from '../project/terminal.ts';
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
  const factsOf = collectProjectFacts(deployments, terminal);
  const report = await survey(paths, terminal, (surveyed) =>
    migrateProject(surveyed, { rules, wanted, factsOf, write }, terminal),
  );
  return deliver(report, { ...request, command: 'migrate' }, request, terminal, send);
}
