import { rules as allRules, type Rule } from '@azure-openai-v1/javascript';
import { migrateSource } from '../project/migrate-source.ts';
import { openReportOutput } from '../project/report-output.ts';
import { createSdkVersionLookup } from '../project/sdk-version.ts';
import { survey } from '../project/survey.ts';
import { warn, type Terminal } from '../project/terminal.ts';
import { deliver } from './deliver.ts';
import type { Request } from './request.ts';

/** Reports what a linter would say and writes nothing. Answers with the exit code. */
export async function check(request: Request, terminal: Terminal, rules: readonly Rule[] = allRules): Promise<number> {
  const send = openReportOutput(request.output, terminal);
  const versionFor = createSdkVersionLookup((line) => {
    warn(terminal, line);
  });
  const report = await survey(request.paths, terminal, (source) => {
    const project = { openaiVersion: versionFor(source.absolute), deployments: request.deployments };
    return migrateSource(source, { rules, project, wanted: [] });
  });
  return deliver(report, { ...request, command: 'check', includeReview: false }, request, terminal, send);
}
