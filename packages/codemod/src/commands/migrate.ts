import { rules as allRules, type Rule } from '@azure-openai-v1/javascript';
import { createDeploymentLookup } from '../project/deployments/deployment-lookup.ts';
import { readStatedDeployments } from '../project/deployments/stated-deployments.ts';
import { migrateProject } from '../project/migrate-project.ts';
import { createSdkProject, type SdkProject } from '../project/packages/sdk-project.ts';
import { collectProjectFacts } from '../project/project-facts.ts';
import { openReportOutput } from '../project/report-output.ts';
import { survey } from '../project/survey.ts';
import { warn, type Terminal } from '../project/terminal.ts';
import { deliver } from './deliver.ts';
import { wantedGrades, type MigrateRequest } from './request.ts';

/** Plans the migration of files, or applies it, and reports. Answers with the exit code. */
export async function migrate(
  request: MigrateRequest,
  terminal: Terminal,
  rules: readonly Rule[] = allRules,
): Promise<number> {
  const { paths, write, bump } = request;
  const send = openReportOutput(request.output, terminal);
  const wanted = wantedGrades(request);
  const stated = readStatedDeployments(request, terminal.cwd);
  let sdk: SdkProject | undefined;
  const report = await survey(paths, terminal, async (surveyed) => {
    sdk = createSdkProject(surveyed.sources, terminal, bump);
    const deploymentsOf = await createDeploymentLookup(stated, surveyed.sources, terminal);
    const factsOf = collectProjectFacts(deploymentsOf, sdk);
    return migrateProject(surveyed, { rules, wanted, factsOf, write }, terminal);
  });
  const notes = sdk?.notes(report) ?? [];
  for (const note of notes) warn(terminal, note);
  return deliver({ ...report, notes }, { ...request, command: 'migrate' }, request, terminal, send);
}
