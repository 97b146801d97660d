import { rules as allRules, type Rule } from '@azure-openai-v1/javascript';
import { createDeploymentLookup } from '../project/deployments/deployment-lookup.ts';
import { readStatedDeployments } from '../project/deployments/stated-deployments.ts';
import { migrateProject } from '../project/migrate-project.ts';
import { createSdkProject } from '../project/packages/sdk-project.ts';
import { collectProjectFacts } from '../project/project-facts.ts';
import { openReportOutput } from '../project/report-output.ts';
import { survey } from '../project/survey.ts';
import type { Terminal } from '../project/terminal.ts';
import { deliver } from './deliver.ts';
import type { Request } from './request.ts';

/** Reports what a linter would say and writes nothing. Answers with the exit code. */
export async function check(request: Request, terminal: Terminal, rules: readonly Rule[] = allRules): Promise<number> {
  const send = openReportOutput(request.output, terminal);
  const stated = readStatedDeployments(request, terminal.cwd);
  const report = await survey(request.paths, terminal, async (surveyed) => {
    const deploymentsOf = await createDeploymentLookup(stated, surveyed.sources, terminal);
    const factsOf = collectProjectFacts(deploymentsOf, createSdkProject(surveyed.sources, terminal, false));
    return (await migrateProject(surveyed, { rules, wanted: [], factsOf, write: false }, terminal)).files;
  });
  return deliver(report, { ...request, command: 'check', includeReview: false }, request, terminal, send);
}
