import { compareTraffic, type DifferenceKind } from '@azure-openai-v1/wire';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findRunnable } from './replay-fixtures.ts';
import { writeProgram } from './replay-program.ts';
import { folderFor, removeFolders } from './replay-project.ts';
import { runPrograms, type ProgramTraffic } from './replay-run.ts';
import { migrateFor, textOf } from './replay.ts';

interface Mistake {
  readonly fixture: string;
  /** What the migration wrote, and what a wrong one might have written. */
  readonly right: string;
  readonly wrong: string;
  readonly kind: DifferenceKind;
}

const provider = "getBearerTokenProvider(new DefaultAzureCredential(), 'https://ai.azure.com/.default')";

const mistakes = {
  'a model that is another deployment': {
    fixture: 'operations-scoped',
    right: "model: 'all-in-one', messages",
    wrong: "model: 'all-in-two', messages",
    kind: 'model-changed',
  },
  'a model that is left empty': {
    fixture: 'model-tool-calls',
    right: "model: 'guide-4o'",
    wrong: "model: ''",
    kind: 'model-missing',
  },
  'a token that is asked for once': {
    fixture: 'token-provider-calls',
    right: provider,
    wrong: `await ${provider}()`,
    kind: 'token-frozen',
  },
  'a client without a URL': {
    fixture: 'endpoint-literal',
    right: "baseURL: 'https://larkspur-eastus.openai.azure.com/openai/v1/',",
    wrong: '',
    kind: 'leak',
  },
  'a version that is left in the query': {
    fixture: 'options-default-query',
    right: "tenant: 'mill'",
    wrong: "tenant: 'mill', 'api-version': '2024-10-21'",
    kind: 'api-version',
  },
  'a header that is lost': {
    fixture: 'request-options-kept',
    right: "headers: { 'x-visit': 'night-tour' }, ",
    wrong: '',
    kind: 'header-lost',
  },
  'fewer retries': { fixture: 'request-options-kept', right: 'maxRetries: 3', wrong: 'maxRetries: 0', kind: 'retries' },
  'a shorter timeout': {
    fixture: 'request-options-kept',
    right: 'timeout: 9_000',
    wrong: 'timeout: 2_000',
    kind: 'timeout',
  },
  'a request too many': {
    fixture: 'stream-responses',
    right: 'for await (const event',
    wrong: 'await client.models.list();\nfor await (const event',
    kind: 'request-added',
  },
} as const satisfies Record<string, Mistake>;

const rows = Object.entries<Mistake>(mistakes);
const release = '5.23.2';
let before: readonly ProgramTraffic[] = [];
let after: readonly ProgramTraffic[] = [];

beforeAll(async () => {
  const folder = folderFor(release);
  const run = (side: string, textFor: (mistake: Mistake) => string) => {
    const programs = rows.map(([name, mistake]) =>
      writeProgram(folder, findRunnable(mistake.fixture), `${name} ${side}`, textFor(mistake)),
    );
    return runPrograms(folder, programs, {});
  };
  [before, after] = await Promise.all([
    run('before', ({ fixture }) => textOf(findRunnable(fixture))),
    run('after', ({ fixture, right, wrong }) => {
      const text = migrateFor(findRunnable(fixture), release);
      expect(text).toContain(right);
      return text.replace(right, wrong);
    }),
  ]);
});

afterAll(removeFolders);

test.each(rows.map(([name, { kind }], index) => [name, kind, index] as const))('%s is noticed', (_, kind, index) => {
  const [first, second] = [before[index], after[index]];
  const found = first && second ? compareTraffic(first['limited-once'], second['limited-once']) : [];
  expect(found.map((difference) => difference.kind)).toContain(kind);
});
