import { halfMigratedCase, reasoningCase, resourceCase, scopedCase } from './wrong-migrations-calls.ts';
import { clientCase } from './wrong-migrations-client.ts';
import { oldPatternCase, providerCase } from './wrong-migrations-credentials.ts';
import { assistantsCase, requestCase } from './wrong-migrations-requests.ts';
import type { MigrationCase } from './wrong-migrations.ts';

/** Every case of a right migration and its mistakes. */
export const migrationCases: readonly MigrationCase[] = [
  clientCase,
  providerCase,
  oldPatternCase,
  resourceCase,
  scopedCase,
  reasoningCase,
  halfMigratedCase,
  requestCase,
  assistantsCase,
];
