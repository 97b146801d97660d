import { rules as allRules, type Rule } from '@azure-openai-v1/javascript';
import { migrateSource } from '../project/migrate-source.ts';
import { openReportOutput } from '../project/report-output.ts';
import { createSdkVersionLookup } from '../project/sdk-version.ts';
import { survey } from '../project/survey.ts';
import { warn, type Terminal } from '../project/terminal.ts';
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
  const versionFor = createSdkVersionLookup((line) => {
    warn(terminal, line);
  });
  const wanted = wantedGrades(request);
  const report = await survey(paths, terminal, (source) => {
    const project = { openaiVersion: versionFor(source.absolute), deployments };
    return migrateSource(source, { rules, project, wanted }, write ? writeSource : undefined);
  });
  return deliver(report, { ...request, command: 'migrate' }, request, terminal, send);
}
