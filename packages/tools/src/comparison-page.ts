import { legacyOperations, retiredBodyProperties } from '@azure-openai-v1/knowledge';
import { differenceKinds, type DifferenceMeaning, ignoredHeaders, mayDiffer } from '@azure-openai-v1/wire';
import { markdownTable } from './markdown-table.ts';
import { allowanceTable, invariantList } from './wire-section.ts';

/** Writes `docs/comparison.md`: how the requests of a program before and after its migration are compared. */
export function comparisonPage(): string {
  const sections = [opening, ...contractSections(), ...mappingSections(), ...pairingSections(), kindsSection()];
  return `${sections.join('\n\n')}\n`;
}

const opening = `# Comparison

Generated from \`packages/wire/src/compare\` by \`pnpm generate\`; change it there.

A program runs twice, before and after its migration, against a server that stands in for Azure OpenAI and records every request. \`compareTraffic\` then holds the two records against each other. A request after the migration is right when it is the request from before, not migrated, or the v1 request that means the same. Everything else is a difference.`;

function contractSections(): readonly string[] {
  return [
    '## What may differ',
    allowanceTable(Object.values(mayDiffer)),
    'The service answers a request with the old name of the limit with status 400, so the program goes on where it stopped before. Its end is then not compared.',
    '## What must not',
    invariantList(),
  ];
}

function mappingSections(): readonly string[] {
  const scoped = legacyOperations.filter(({ scope, v1 }) => scope === 'deployment' && v1 !== 'none');
  const resource = legacyOperations.filter(({ scope, v1 }) => scope === 'resource' && v1 !== 'none');
  const ended = legacyOperations.filter(({ v1 }) => v1 === 'none');
  return [
    '## Operations',
    `The deployment becomes the \`model\`: ${listOf(scoped.map(({ path }) => path))}.`,
    `The body stays as it is, with the \`model\` that it has: ${listOf(resource.map(({ path }) => path))}, and what stands below them.`,
    `No v1 form, so that a request has to stay: ${listOf(ended.map(({ path }) => path))}, and bodies with ${listOf(retiredBodyProperties.map(({ property }) => property))}.`,
    '## Headers that are not compared',
    markdownTable(
      ['Header', 'Reason'],
      ignoredHeaders.map(({ name, reason }) => [`\`${name}\``, reason]),
    ),
    'A credential is compared by its value. `api-key` may become `Authorization: Bearer` on v1 only, and a token never becomes an `api-key`.',
  ];
}

function pairingSections(): readonly string[] {
  return [
    '## Which requests belong together',
    'Requests are paired in order. Where the order differs, because a program sends requests side by side, each is paired with the one that it differs least from, and tokens are compared in the order in which they were used. So it goes unnoticed when nothing but the order changes: what waits for an answer and what happens to come later look alike to a server. What is left over is missing or added; a repetition that is left over counts as a retry. Which of several requests meets a limit is chance, and may differ.',
    'From 5.0.0 on the SDK does not put the time limit of a client on the wire. So the timer that it sets is watched where a program calls `fetch`, and what it says is compared.',
  ];
}

function kindsSection(): string {
  const rows: readonly (readonly [string, DifferenceMeaning])[] = Object.entries(differenceKinds);
  const table = markdownTable(
    ['Kind', 'Meaning', 'What to do'],
    rows.map(([kind, { meaning, advice }]) => [`\`${kind}\``, meaning, `${advice}.`]),
  );
  return `## Kinds of differences\n\n${table}`;
}

function listOf(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
