import type { Scenario } from '@azure-openai-v1/wire';
import { runVerification } from '../project/run-verification.ts';
import { makeTemporaryFolder } from '../project/temporary-folder.ts';
import { warn, type Terminal } from '../project/terminal.ts';
import type { Variables } from '../project/variables.ts';
import { judge, type Verification } from '../project/verification.ts';
import { planVerification } from '../project/verification-plan.ts';
import { renderVerification } from '../render/verification.ts';
import type { formats } from './request.ts';

/** What `verify` is asked for. */
export interface VerifyRequest {
  /** The file that is run. */
  readonly entry: string;
  readonly arguments: readonly string[];
  /** The commit that the work tree is compared with. */
  readonly before: string;
  readonly deployments: ReadonlyMap<string, string>;
  readonly format: (typeof formats)[number];
  readonly scenarios: readonly Scenario[];
  readonly timeoutSeconds: number;
  readonly variables: Variables;
}

/** Runs one file as it was and as it is, and compares what it sends. Answers with the exit code. */
export async function verify(request: VerifyRequest, terminal: Terminal): Promise<number> {
  const plan = await planVerification(request.entry, request.before, terminal.cwd);
  warn(terminal, announce(request, plan.commit));
  const workplace = makeTemporaryFolder();
  try {
    const runs = await runVerification(plan, request, workplace.path, terminal);
    const verification: Verification = { entry: plan.entry, before: request.before, commit: plan.commit, runs };
    const { format, variables } = request;
    terminal.print(renderVerification(verification, format, { colour: terminal.colour, variables }));
    return judge(verification) === 'equal' ? 0 : 1;
  } finally {
    workplace.remove();
  }
}

function announce({ entry, before, scenarios }: VerifyRequest, commit: string): string {
  const times = scenarios.length === 1 ? 'twice' : `twice in each of ${String(scenarios.length)} scenarios`;
  return (
    `Only ${entry} is run, ${times}: as it was at ${before} (${commit.slice(0, 10)}), and as it is now. ` +
    'Its connections lead to a server on this machine, which stands in for every host.'
  );
}
