import yargs, { type Argv, type Options } from 'yargs';
import { parseDeployments } from './commands/deployments.ts';
import { formats, type InputRequest, type MigrateRequest, type Request } from './commands/request.ts';
import { ownVersion } from './project/own-version.ts';
import { UsageError } from './project/usage-error.ts';

/** What a command line asks for. */
export type Invocation =
  | { readonly command: 'migrate'; readonly request: MigrateRequest; readonly namesNoPath: boolean }
  | { readonly command: 'check'; readonly request: Request }
  | { readonly command: 'migrate-input' | 'check-input'; readonly request: InputRequest }
  | { readonly command: 'explain'; readonly rule: string | undefined };

const commonOptions = {
  format: { choices: formats, default: formats[0], requiresArg: true, describe: 'Format of the report' },
  output: { type: 'string', requiresArg: true, describe: 'File that the report goes to' },
  deployment: {
    type: 'string',
    array: true,
    requiresArg: true,
    describe: 'NAME=MODEL, the model that a deployment runs',
  },
  'stdin-filename': { type: 'string', requiresArg: true, describe: 'Name of the one file that standard input holds' },
} as const satisfies Record<string, Options>;

const migrateOptions = {
  write: { type: 'boolean', default: false, describe: 'Apply the edits graded safe' },
  'include-review': { type: 'boolean', default: false, describe: 'Also plan or apply the edits graded review' },
} as const satisfies Record<string, Options>;

/**
 * Reads a command line. `--help` and `--version` are answered here, before anything heavy is loaded.
 *
 * @returns what is asked for; undefined when it has been answered
 * @throws {UsageError} when the command line is wrong
 */
export async function parseCommandLine(words: readonly string[]): Promise<Invocation | undefined> {
  rejectOddWords(words);
  let invocation: Invocation | undefined;
  const parser = defineParser(words, (asked) => {
    invocation = asked;
  });
  await parser.parseAsync();
  return invocation;
}

function defineParser(words: readonly string[], ask: (invocation: Invocation) => void) {
  const parser = yargs([...words])
    .scriptName('azure-openai-v1')
    .usage('$0 <command> [options]\n\nMoves code from the dated Azure OpenAI API to the v1 API.')
    .demandCommand(1, 'Name a command: migrate, check or explain')
    .strict()
    .version(ownVersion())
    .parserConfiguration({
      'greedy-arrays': false,
      'parse-positional-numbers': false,
      'camel-case-expansion': false,
      'boolean-negation': false,
      'dot-notation': false,
      'populate--': true,
    })
    .locale('en')
    .wrap(100)
    .exitProcess(false)
    .fail(rejectWrongUse);
  return defineExplain(defineCheck(defineMigrate(parser, ask), ask), ask);
}

function defineMigrate(parser: Argv, ask: (invocation: Invocation) => void): Argv {
  return parser.command(
    'migrate [paths..]',
    'Show the migration of files as a diff, or apply it',
    (command) => withPaths(command).options(commonOptions).options(migrateOptions),
    (values) => {
      const { paths, ...request } = { ...readRequest(values), includeReview: values['include-review'] };
      const name = inputName(values);
      if (name !== undefined) ask({ command: 'migrate-input', request: { ...request, name } });
      else
        ask({ command: 'migrate', request: { ...request, paths, write: values.write }, namesNoPath: isEmpty(values) });
    },
  );
}

function defineCheck(parser: Argv, ask: (invocation: Invocation) => void): Argv {
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

function defineExplain(parser: Argv, ask: (invocation: Invocation) => void): Argv {
  return parser.command(
    'explain [rule]',
    'Show the page of a rule, or list the rules',
    (command) => command.positional('rule', { type: 'string', describe: 'Name of the rule' }),
    ({ rule, ...values }) => {
      const [first = rule, ...others] = operandsOf(values);
      if (others.length > 0 || (rule !== undefined && first !== rule)) throw new UsageError('explain takes one rule.');
      ask({ command: 'explain', rule: first });
    },
  );
}

/** Words that the parser would take for something else than what was meant; a wrong guess could write files. */
function rejectOddWords(words: readonly string[]): void {
  const end = words.indexOf('--');
  for (const word of end === -1 ? words : words.slice(0, end)) {
    const [, name = '', value] = /^--([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
    if (word === '-' || ['paths', 'rule', '_', '$0'].includes(name)) {
      throw new UsageError(`${JSON.stringify(word)} is no option. Name paths without a dash, or behind \`--\`.`);
    }
    if (Object.hasOwn(migrateOptions, name) && value !== undefined && value !== 'true' && value !== 'false') {
      throw new UsageError(`--${name} takes no value. See --help.`);
    }
  }
}

/** A fault that the parser found has no error, or one of its own kind; any other comes from a defect or says enough. */
function rejectWrongUse(message: string, error: Error | undefined): never {
  if (error !== undefined && error.name !== 'YError') throw error;
  throw new UsageError(`${message.replaceAll(/\s+/g, ' ')}. See --help.`);
}

function withPaths(command: Argv) {
  const describe = 'Files and folders; default: this folder';
  return command.positional('paths', { type: 'string', array: true, describe });
}

function isEmpty(values: CommonValues): boolean {
  return pathsOf(values).length === 0;
}

/** What stands behind `--` is never an option. */
function operandsOf(values: Readonly<Record<string, unknown>>): readonly string[] {
  const behind = values['--'];
  return Array.isArray(behind) ? behind.map(String) : [];
}

function pathsOf(values: CommonValues): readonly string[] {
  return [...(values.paths ?? []), ...operandsOf({ ...values })];
}

interface CommonValues {
  readonly paths: string[] | undefined;
  readonly format: (typeof formats)[number];
  readonly output: string | undefined;
  readonly deployment: string[] | undefined;
  readonly 'stdin-filename': string | undefined;
}

function readRequest(values: CommonValues): Request {
  const paths = pathsOf(values);
  const { format, output, deployment = [] } = values;
  for (const option of ['format', 'output', 'stdin-filename'] as const) {
    if (Array.isArray(values[option])) throw new UsageError(`--${option} is given more than once. Give it one value.`);
  }
  return { paths: paths.length > 0 ? paths : ['.'], format, output, deployments: parseDeployments(deployment) };
}

function inputName(values: CommonValues): string | undefined {
  const name = values['stdin-filename'];
  if (name === undefined || isEmpty(values)) return name;
  throw new UsageError('--stdin-filename reads one file from standard input: name no paths beside it.');
}
