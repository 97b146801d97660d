import {
  addressOverride,
  apiVersionVariableRows,
  type Cited,
  environmentDefaults,
  type EnvironmentSchema,
  environmentSchemas,
  harmlessActionOwners,
  versionReadingClasses,
  versionReadingLibraries,
} from '@azure-openai-v1/knowledge';
import { code, rowsTable } from './rows-table.ts';

/** The tables of what reads, checks and names variables of the environment: titles and texts. */
export function environmentSections(): readonly (readonly [title: string, table: string])[] {
  const names = (header: string, rows: readonly (Cited & { readonly name: string })[]) =>
    rowsTable([header], rows, ({ name }) => [code(name)]);
  return [
    [
      'Variables that `AzureOpenAI` reads',
      rowsTable(['`endpoint`', '`apiKey`', '`apiVersion`'], [environmentDefaults], (row) => [
        code(row.endpoint),
        code(row.apiKey),
        code(row.apiVersion),
      ]),
    ],
    ['Variable that `AzureOpenAI` prefers to its endpoint', names('Name', [addressOverride])],
    ['Variables that hold a dated version', names('Name', apiVersionVariableRows)],
    ['Classes that read `OPENAI_API_VERSION`', names('Class', versionReadingClasses)],
    ['Libraries that read a dated version from the environment', names('Library', versionReadingLibraries)],
    [
      'Functions that check the environment',
      rowsTable<EnvironmentSchema>(['Module', 'Function', 'Refuses other variables'], environmentSchemas, (row) => [
        code(row.module),
        code(row.name),
        row.isClosed ? 'yes' : '',
      ]),
    ],
    ['Owners of actions that talk to no model', names('Owner', harmlessActionOwners)],
  ];
}
