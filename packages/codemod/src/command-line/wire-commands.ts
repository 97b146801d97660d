import type { Argv } from 'yargs';
import { parseDeployments } from '../commands/deployments.ts';
import { parseVariables } from '../project/variables.ts';
import { UsageError } from '../project/usage-error.ts';
import type { Ask } from './invocation.ts';
import { operandsOf, requireOnce } from './operands.ts';
import { mockOptions, verifyOptions } from './options.ts';

/** Defines `verify`. */
export function defineVerify(parser: Argv, ask: Ask): Argv {
  return parser.command(
    'verify',
    'Run one file before and after, and compare what it sends',
    (command) => command.options(verifyOptions).usage('$0 verify --entry FILE [options] [-- arguments]'),
    ({ entry, before, timeout, format, ...values }) => {
      requireOnce({ entry, before, timeout, format }, ['entry', 'before', 'timeout', 'format']);
      if (entry === undefined)
        throw new UsageError('verify runs one file: name it, as in `verify --entry src/ask.ts`.');
      if (!(timeout > 0 && timeout <= longestTimeout)) {
        throw new UsageError(`--timeout takes seconds from 1 to ${String(longestTimeout)}.`);
      }
      const request = { entry, before, format, timeoutSeconds: timeout, arguments: operandsOf(values) };
      const deployments = parseDeployments(values.deployment ?? []);
      const scenarios = [...new Set(values.scenario)];
      ask({
        command: 'verify',
        request: { ...request, deployments, scenarios, variables: parseVariables(values.env) },
      });
    },
  );
}

const longestTimeout = 86_400;

/** Defines `mock`. */
export function defineMock(parser: Argv, ask: Ask): Argv {
  return parser.command(
    'mock',
    'Run an Azure OpenAI on this machine, for your own tests',
    (command) => command.options(mockOptions),
    ({ port, scenario, key = [], deployment = [], ...values }) => {
      requireOnce({ port, scenario }, ['port', 'scenario']);
      if (operandsOf(values).length > 0) throw new UsageError('mock takes options only. See --help.');
      const deployments = parseDeployments(deployment);
      ask({ command: 'mock', request: { port: readPort(port), scenario, keys: key, deployments } });
    },
  );
}

function readPort(text: string): number {
  const port = /^\d+$/.test(text) ? Number(text) : undefined;
  if (port === undefined || port > 65_535) throw new UsageError('--port takes 0 to 65535.');
  return port;
}
