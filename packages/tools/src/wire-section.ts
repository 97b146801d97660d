import { type Allowance, type AllowanceName, mayDiffer, mustNotDiffer, type Sample } from '@azure-openai-v1/wire';
import { markdownTable } from './markdown-table.ts';
import type { DocumentedRule } from './rule-documentation.ts';

const ofClients: readonly AllowanceName[] = [
  'path',
  'api-version',
  'model',
  'batches',
  'realtime',
  'credential',
  'user-agent',
  'spelling',
];

/** What the edits of a rule may change on the wire, by the rule's name. */
const allowancesOfRules: Readonly<Record<string, readonly AllowanceName[]>> = {
  'no-api-version': ofClients,
  'no-azure-openai-client': ofClients,
  'no-deployment-url': ['path', 'api-version', 'model', 'spelling'],
  'no-legacy-test-double': [],
  'no-max-tokens-on-reasoning-models': ['limit'],
};

/** What the edits of a rule may change on the wire and what they must not; undefined when nobody has said. */
export function wireSection(rule: DocumentedRule): string | undefined {
  if (rule.bestGrade === 'manual') return 'The rule edits nothing, so all requests stay as they are.';
  if (rule.recommended === undefined)
    return 'The rule edits no code that sends requests, so all of them stay as they are.';
  const names = allowancesOfRules[rule.id];
  if (names === undefined) return undefined;
  if (names.length === 0)
    return 'The rule edits tests and nothing that sends requests, so all requests stay as they are.';
  return [
    'The edits may change these things in a request:',
    allowanceTable(names.map((name) => mayDiffer[name])),
    'They must not change these:',
    invariantList(),
    'The tests hold both against the requests that real programs send, and `azure-openai-v1 verify` does so with yours. ' +
      '[Comparison](../comparison.md) says how.',
  ].join('\n\n');
}

/** A table of what may differ, with the two requests of each example. */
export function allowanceTable(allowances: readonly Allowance[]): string {
  return markdownTable(
    ['What may differ', 'Before', 'After'],
    allowances.map(({ what, before, after }) => [what, describeSample(before), describeSample(after)]),
  );
}

/** A list of what must not differ. */
export function invariantList(): string {
  return mustNotDiffer.map(({ what }) => `- ${what}`).join('\n');
}

function describeSample({ line, header, body }: Sample): string {
  return [line, header, body].flatMap((text) => (text === undefined ? [] : [`\`${text}\``])).join(' ');
}
