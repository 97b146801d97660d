import { rules as allRules, type Rule } from '@azure-openai-v1/javascript';
import { createDeploymentLookup } from '../project/deployments/deployment-lookup.ts';
import { readStatedDeployments } from '../project/deployments/stated-deployments.ts';
import { withConfiguration } from '../project/configuration/with-configuration.ts';
import { migrateProject } from '../project/migrate-project.ts';
import { createSdkProject, type SdkProject } from '../project/packages/sdk-project.ts';
import { collectProjectFacts } from '../project/project-facts.ts';
import { openReportOutput } from '../project/report-output.ts';
import type { Source } from '../project/read-source.ts';
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
  const { paths, write, bump } = request;
  const send = openReportOutput(request.output, terminal);
  const wanted = wantedGrades(request);
  const stated = readStatedDeployments(request, terminal.cwd);
  let sdk: SdkProject | undefined;
  let sources: readonly Source[] = [];
  const checks: string[] = [];
  const code = await survey(paths, terminal, async (surveyed) => {
    sources = surveyed.sources;
    sdk = createSdkProject(sources, terminal, bump);
    const deploymentsOf = await createDeploymentLookup(stated, sources, terminal);
    const factsOf = collectProjectFacts(deploymentsOf, sdk);
    const migrated = await migrateProject(surveyed, { rules, wanted, factsOf, write }, terminal);
    checks.push(...migrated.notes);
    return migrated.files;
  });
  const report = await withConfiguration(
    code,
    { paths, sources, wanted, ...(write && { write: writeSource }) },
    terminal,
  );
  const notes = [...(sdk?.notes(code) ?? []), ...checks];
  for (const note of sdk?.notes(code) ?? []) warn(terminal, note);
  return deliver({ ...report, notes }, { ...request, command: 'migrate' }, request, terminal, send);
}
