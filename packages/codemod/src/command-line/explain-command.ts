import type { Argv } from 'yargs';
import { UsageError } from '../project/usage-error.ts';
import type { Ask } from './invocation.ts';
import { operandsOf } from './operands.ts';

/** Defines `explain`. */
export function defineExplain(parser: Argv, ask: Ask): Argv {
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
