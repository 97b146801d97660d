import type { ProgramError, ProgramOutcome } from '../traffic.ts';
import { compareValues } from './compare-values.ts';
import { describeValue } from './describe-value.ts';
import { changed, type Finding } from './difference.ts';
import { readJson } from './read-json.ts';

/** Compares how two runs ended. */
export function compareOutcomes(before: ProgramOutcome, after: ProgramOutcome): readonly Finding[] {
  const exit =
    before.exit === after.exit
      ? []
      : [changed('exit', 'the exit code', describeValue(before.exit), describeValue(after.exit))];
  return [
    ...compareErrors(before.error, after.error),
    ...compareResults(before, after),
    ...compareOutput(before, after),
    ...exit,
  ];
}

function compareErrors(before: ProgramError | undefined, after: ProgramError | undefined): readonly Finding[] {
  if (before === undefined && after === undefined) return [];
  if (after === undefined) return [changed('error', 'the error', describeError(before), 'gone')];
  if (before === undefined) return [changed('error', 'the error', 'absent', describeError(after))];
  return compareValues(before, after, 'error').map(({ text, where }) => ({
    kind: 'error',
    text: `the error was ${describeError(before)} and is ${describeError(after)}: ${text}`,
    ...(where === undefined ? {} : { where }),
  }));
}

function describeError(error: ProgramError | undefined): string {
  return error === undefined ? 'absent' : `${error.name} ${describeValue(error.message)}`;
}

function compareResults(before: ProgramOutcome, after: ProgramOutcome): readonly Finding[] {
  if (before.result === after.result) return [];
  const was = before.result === undefined ? undefined : readJson(before.result);
  const is = after.result === undefined ? undefined : readJson(after.result);
  const [first] = was === undefined || is === undefined ? [] : compareValues(was.value, is.value, 'result');
  const plain = changed('result', 'the result', describeValue(before.result), describeValue(after.result));
  return [first === undefined ? plain : { ...first, kind: 'result' }];
}

function compareOutput(before: ProgramOutcome, after: ProgramOutcome): readonly Finding[] {
  if (before.stdout === after.stdout) return [];
  const was = before.stdout.split('\n');
  const is = after.stdout.split('\n');
  const line = was.findIndex((text, index) => text !== is[index]);
  const index = line === -1 ? was.length : line;
  const where = `line ${String(index + 1)} of the output`;
  return [changed('stdout', where, describeValue(was[index]), describeValue(is[index]))];
}
