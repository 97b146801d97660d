import type { ProgramOutcome } from '@azure-openai-v1/wire';
import type { Mutant } from './compare-mutants.ts';
import { mutateJson } from './compare-mutants-json.ts';

/** Every outcome that differs from this one in a single place. */
export function mutateOutcome(outcome: ProgramOutcome): readonly Mutant<ProgramOutcome>[] {
  const { result, error, ...plain } = outcome;
  const withError = error === undefined ? {} : { error };
  const results = result === undefined ? [] : mutateJson(JSON.parse(result));
  const noError = { name: 'Error', message: 'none' };
  const mutants: readonly Mutant<ProgramOutcome>[] = [
    { name: 'exit', value: { ...outcome, exit: 3 } },
    { name: 'signal', value: { ...outcome, exit: 'SIGTERM' } },
    { name: 'stdout more', value: { ...outcome, stdout: `${outcome.stdout}more` } },
    { name: 'stdout line', value: { ...outcome, stdout: `${outcome.stdout}\n` } },
    ...results.map(({ name, value }) => ({
      name: `result ${name}`,
      value: { ...outcome, result: JSON.stringify(value) },
    })),
    ...(result === undefined
      ? [{ name: 'result added', value: { ...outcome, result: 'null' } }]
      : [{ name: 'result dropped', value: { ...plain, ...withError } }]),
    ...(error === undefined
      ? [{ name: 'error added', value: { ...outcome, error: noError } }]
      : [{ name: 'error dropped', value: { ...plain, ...(result === undefined ? {} : { result }) } }]),
  ];
  if (error === undefined) return mutants;
  const fields = [{ name: 'X' }, { message: 'X' }, { status: 999 }, { code: 'X' }];
  return [
    ...mutants,
    ...fields.map((field) => ({
      name: `error ${Object.keys(field).join()}`,
      value: { ...outcome, error: { ...error, ...field } },
    })),
  ];
}
