import {
  legacyOperations,
  legacyRequestBodies,
  legacyResourceOperations,
  v1Operations,
  v1RequestBodies,
  type RequestBody,
  type V1Operation,
} from '@azure-openai-v1/knowledge';
import { code, rowsTable } from './rows-table.ts';

/** The sections of the knowledge page on the operations of both REST APIs and on the bodies of their requests. */
export function operationSections(): readonly (readonly [title: string, table: string])[] {
  return [
    [
      'Legacy REST operations',
      rowsTable(['Path', 'Below', 'In v1', 'Body'], legacyOperations, (row) => [
        code(row.path),
        row.scope,
        row.v1,
        row.body,
      ]),
    ],
    [
      'Legacy REST operations below no deployment',
      rowsTable(['Method', 'Path'], legacyResourceOperations, ({ method, path }) => [method, code(path)]),
    ],
    [
      'v1 REST operations',
      rowsTable<V1Operation>(['Method', 'Path', 'Status', 'Header'], v1Operations, (row) => [
        row.method,
        code(row.path),
        row.status,
        row.previewHeader === undefined ? '' : code(row.previewHeader.join(': ')),
      ]),
    ],
    ['Bodies of legacy requests', bodiesTable(legacyRequestBodies)],
    ['Bodies of v1 requests', bodiesTable(v1RequestBodies)],
  ];
}

function bodiesTable(bodies: readonly RequestBody[]): string {
  return rowsTable(['Operation', 'Body', 'Required', 'Properties'], bodies, (row) => [
    row.operation,
    row.content,
    row.required.map(code).join(', '),
    row.properties.map(code).join(', '),
  ]);
}
