import { parseModule } from '@azure-openai-v1/javascript/parse';
import type { SourceModule } from '@azure-openai-v1/javascript';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { programPlans } from './generator/arbitrary.ts';
import { compareRuns } from './generator/judge-program.ts';
import { migrateProgram } from './generator/migrate-program.ts';
import { writeProgram } from './generator/write-program.ts';

/** Programs in which every mutation below changes what is sent. */
const programs = fc
  .sample(programPlans, { numRuns: 4000, seed: 2 })
  .filter(({ scenario, credential, parts: [part, ...others] }) => {
    if (scenario !== 'ok' || credential !== 'key' || others.length > 0 || part?.kind !== 'client') return false;
    if (part.client !== 'azure' || part.url !== 'endpoint' || part.key !== 'option') return false;
    const isPlain = part.endpoint.form === 'literal' && part.keyText.form === 'literal';
    return isPlain && part.extras.length === 0 && part.calls.every(({ operation }) => operation.startsWith('chat'));
  })
  .map(writeProgram)
  .map((program) => ({ program, migration: migrateProgram(program) }))
  .filter(({ program, migration }) => migration.after.text !== program.text && migration.remaining.length === 0);

const mutants: readonly (readonly [name: string, mutate: (text: string) => string, kind: RegExp])[] = [
  ['the v1 path is lost', (text) => text.replaceAll('/openai/v1', '/openai'), /^(?:path|api-version|deployment)/m],
  ['the resource is another', (text) => text.replaceAll('contoso.', 'tailspin.'), /^origin/m],
  [
    'the request goes to OpenAI',
    (text) => text.replaceAll('contoso.openai.azure.com/openai', 'api.openai.com'),
    /^leak/m,
  ],
  ['the key is another', (text) => text.replaceAll('placeholder-key-', 'other-key-'), /^credential-changed/m],
  [
    'a version stays',
    (text) => text.replaceAll('baseURL:', "defaultQuery: { 'api-version': '2024-10-21' }, baseURL:"),
    /^(?:api-version|query)/m,
  ],
  ['the question is another', (text) => text.replaceAll("role: 'user'", "role: 'system'"), /^body-changed/m],
];

describe('a wrong migration of a generated program is noticed:', () => {
  test.each(mutants)('%s', async (_, mutate, kind) => {
    const changed = programs
      .filter(({ migration }) => mutate(migration.after.text) !== migration.after.text)
      .slice(0, 25);
    expect(changed.length).toBeGreaterThan(4);
    for (const { program, migration } of changed) {
      const mutant = mutate(migration.after.text);
      const troubles = await compareRuns(program, migration.before, parse(migration.after.path, mutant));
      expect(troubles.join('\n'), `${program.text}\nbecame\n${mutant}`).toMatch(kind);
    }
  });
});

function parse(path: string, text: string): SourceModule {
  const parsed = parseModule(path, text);
  if (parsed.kind === 'syntax-error') throw new Error(`${parsed.message} in\n${text}`);
  return parsed.module;
}
