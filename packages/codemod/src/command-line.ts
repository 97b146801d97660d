import yargs, { type Argv } from 'yargs';
import { defineExplain } from './command-line/explain-command.ts';
import type { Ask, Invocation } from './command-line/invocation.ts';
import { migrateOptions } from './command-line/options.ts';
import { defineCheck, defineMigrate } from './command-line/source-commands.ts';
import { defineMock, defineVerify } from './command-line/wire-commands.ts';
import { ownVersion } from './project/own-version.ts';
import { UsageError } from './project/usage-error.ts';

export type { Invocation };

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

function defineParser(words: readonly string[], ask: Ask) {
  const parser: Argv = yargs([...words])
    .scriptName('azure-openai-v1')
    .usage('$0 <command> [options]\n\nMoves code from the dated Azure OpenAI API to the v1 API.')
    .demandCommand(1, 'Name a command: migrate, check, explain, verify or mock')
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
  const commands = [defineMigrate, defineCheck, defineExplain, defineVerify, defineMock];
  return commands.reduce((defined, define) => define(defined, ask), parser);
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
    // As when a variable is not set; the parser would take the default, or zero.
    if (value?.trim() === '') throw new UsageError(`--${name} has no value. See --help.`);
  }
}

/** A fault that the parser found has no error, or one of its own kind; any other comes from a defect or says enough. */
function rejectWrongUse(message: string, error: Error | undefined): never {
  if (error !== undefined && error.name !== 'YError') throw error;
  throw new UsageError(`${message.replaceAll(/\s+/g, ' ')}. See --help.`);
}
