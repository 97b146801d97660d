import type { Scenario } from '@azure-openai-v1/wire';
import type { Options } from 'yargs';
import { formats } from '../commands/request.ts';

const format = { choices: formats, default: formats[0], requiresArg: true, describe: 'Format of the report' } as const;

const deployment = {
  type: 'string',
  array: true,
  requiresArg: true,
  describe: 'NAME=MODEL, the model that a deployment runs',
} as const satisfies Options;

/** The options of every command that reads source files. */
export const commonOptions = {
  format,
  output: { type: 'string', requiresArg: true, describe: 'File that the report goes to' },
  deployment,
  deployments: {
    type: 'string',
    requiresArg: true,
    describe: 'File with the output of `az cognitiveservices account deployment list -o json`',
  },
  config: { type: 'string', requiresArg: true, describe: 'Configuration file, in JSON or YAML' },
  'stdin-filename': { type: 'string', requiresArg: true, describe: 'Name of the one file that standard input holds' },
} as const satisfies Record<string, Options>;

/** The options of `migrate` besides. */
export const migrateOptions = {
  write: { type: 'boolean', default: false, describe: 'Apply the edits graded safe' },
  'include-review': { type: 'boolean', default: false, describe: 'Also plan or apply the edits graded review' },
  bump: { type: 'boolean', default: false, describe: 'Raise a declared version of openai that is too old for an edit' },
} as const satisfies Record<string, Options>;

/** What the server can be told to do; said here again so that `--help` loads no server. */
const scenarioMeanings = {
  ok: 'it answers',
  'limited-once': 'one 429, then it answers',
  limited: '429 for ever',
  unauthorized: '401 for every credential',
  stream: 'answers come in pieces cut at odd places',
} as const satisfies Record<Scenario, string>;

// The keys of a Record by Scenario are scenarios.
const scenarios = Object.keys(scenarioMeanings) as Scenario[];

const meanings = Object.entries(scenarioMeanings).map(([name, meaning]) => `${name} (${meaning})`);

const scenario = {
  choices: scenarios,
  requiresArg: true,
  describe: `What the server does: ${meanings.join(', ')}`,
} as const;

/** The options of `verify`. */
export const verifyOptions = {
  entry: { type: 'string', requiresArg: true, describe: 'The file that is run, and no other' },
  before: { type: 'string', default: 'HEAD', requiresArg: true, describe: 'The commit, branch or tag to compare with' },
  env: {
    type: 'string',
    array: true,
    requiresArg: true,
    describe: 'NAME=VALUE, a variable of the program; NAME alone hands on its value, NAME= takes it away',
  },
  deployment,
  scenario: { ...scenario, array: true, default: ['ok'] as Scenario[] },
  timeout: { type: 'number', default: 60, requiresArg: true, describe: 'Seconds after which a run is ended' },
  format,
} as const satisfies Record<string, Options>;

/** The options of `mock`. */
export const mockOptions = {
  port: {
    // Of a number, the parser would take a blank for zero.
    type: 'string',
    default: '0',
    requiresArg: true,
    describe: 'Port on 127.0.0.1; 0 for a free one that the system chooses',
  },
  deployment,
  scenario: { ...scenario, default: 'ok' as Scenario },
  key: {
    type: 'string',
    array: true,
    requiresArg: true,
    describe: 'A credential that is accepted; without one, every credential is',
  },
} as const satisfies Record<string, Options>;
