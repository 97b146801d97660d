import {
  nodeReleaseNames,
  requestOptions,
  type SdkBreakingChange,
  sdkBreakingChanges,
  sdkNodeRequirements,
  sdkVersions,
} from '@azure-openai-v1/knowledge';
import { code, rowsTable } from './rows-table.ts';

/** The sections of the knowledge page on releases of the `openai` package. */
export function packageSections(): readonly (readonly [title: string, table: string])[] {
  return [
    [
      'Releases of the `openai` package',
      rowsTable(['Since', 'What'], Object.values(sdkVersions), ({ version, fact }) => [version, fact]),
    ],
    [
      'Node.js that the `openai` package asks for',
      rowsTable(['Since', 'Node.js', 'Where it says so'], sdkNodeRequirements, (row) => [
        row.since,
        row.node,
        row.stated,
      ]),
    ],
    [
      'Names of the releases of Node.js',
      rowsTable(
        ['Name', 'Release'],
        Object.entries(nodeReleaseNames).map(([name, row]) => ({ name, ...row })),
        ({ name, major }) => [name, String(major)],
      ),
    ],
    [
      'What `openai` 5 changed',
      rowsTable<SdkBreakingChange>(['Kind', 'Name', 'Instead'], sdkBreakingChanges, ({ kind, name, instead = '' }) => [
        kind,
        kind === 'usage' ? name : code(name),
        instead,
      ]),
    ],
    [
      'Options of a request in `openai` 4',
      rowsTable(
        ['Option'],
        requestOptions.names.map((name) => ({ name, source: requestOptions.source })),
        ({ name }) => [code(name)],
      ),
    ],
  ];
}
