import type { Argv } from 'yargs';
import { parseDeployments } from '../commands/deployments.ts';
import type { formats, Request } from '../commands/request.ts';
import { UsageError } from '../project/usage-error.ts';
import type { Ask } from './invocation.ts';
import { operandsOf, requireOnce } from './operands.ts';
import { commonOptions, migrateOptions } from './options.ts';

/** Defines `migrate`. */
export function defineMigrate(parser: Argv, ask: Ask): Argv {
  return parser.command(
    'migrate [paths..]',
    'Show the migration of files as a diff, or apply it',
    (command) => withPaths(command).options(commonOptions).options(migrateOptions),
    (values) => {
      const { paths, ...request } = { ...readRequest(values), includeReview: values['include-review'] };
      const name = inputName(values);
      const { write, bump } = values;
      if (name !== undefined && bump) {
        throw new UsageError('--bump changes package.json, and --stdin-filename changes no file: use one of them.');
      }
      if (name !== undefined) ask({ command: 'migrate-input', request: { ...request, name } });
      else ask({ command: 'migrate', request: { ...request, paths, write, bump }, namesNoPath: isEmpty(values) });
    },
  );
}

/** Defines `check`. */
export function defineCheck(parser: Argv, ask: Ask): Argv {
  return parser.command(
    'check [paths..]',
    'List what a linter would say; nothing is written',
    (command) => withPaths(command).options(commonOptions),
    (values) => {
      const { paths, ...request } = readRequest(values);
      const name = inputName(values);
      if (name !== undefined) ask({ command: 'check-input', request: { ...request, name, includeReview: false } });
      else ask({ command: 'check', request: { ...request, paths } });
    },
  );
}

function withPaths(command: Argv) {
  const describe = 'Files and folders; default: this folder';
  return command.positional('paths', { type: 'string', array: true, describe });
}

function isEmpty(values: CommonValues): boolean {
  return pathsOf(values).length === 0;
}

function pathsOf(values: CommonValues): readonly string[] {
  return [...(values.paths ?? []), ...operandsOf({ ...values })];
}

interface CommonValues {
  readonly paths: string[] | undefined;
  readonly format: (typeof formats)[number];
  readonly output: string | undefined;
  readonly deployment: string[] | undefined;
  readonly deployments: string | undefined;
  readonly config: string | undefined;
  readonly 'stdin-filename': string | undefined;
}

function readRequest(values: CommonValues): Request {
  const paths = pathsOf(values);
  const { format, output, config, deployment = [], deployments: deploymentList } = values;
  requireOnce({ ...values }, ['format', 'output', 'deployments', 'config', 'stdin-filename']);
  const deployments = parseDeployments(deployment);
  return { paths: paths.length > 0 ? paths : ['.'], format, output, deployments, deploymentList, config };
}

function inputName(values: CommonValues): string | undefined {
  const name = values['stdin-filename'];
  if (name === undefined || isEmpty(values)) return name;
  throw new UsageError('--stdin-filename reads one file from standard input: name no paths beside it.');
}
