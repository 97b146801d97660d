import { rules as allRules, type Rule } from '@azure-openai-v1/javascript';
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
  const report = await survey(request.paths, terminal, (surveyed) => {
    const sdk = createSdkProject(surveyed.sources, terminal, false);
    const factsOf = collectProjectFacts(request.deployments, sdk);
    return migrateProject(surveyed, { rules, wanted: [], factsOf, write: false }, terminal);
  });
  return deliver(report, { ...request, command: 'check', includeReview: false }, request, terminal, send);
}
