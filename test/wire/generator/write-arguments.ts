import type { Operation } from './operation.ts';
import type { Sheet } from './sheet.ts';
import type { CallPlan } from './call-plan.ts';

/** Writes the arguments of a call: its request, and what is said beside it. */
export function writeArguments(sheet: Sheet, call: CallPlan, operation: Operation, body: string | undefined): string {
  const option = writers[call.options](sheet);
  const list = [...(body === undefined ? [] : [body]), ...(option === '' ? [] : [option])];
  // What takes no request takes a query in its place.
  const isListing = body === undefined && option !== '' && operation.path[0] !== 'models';
  return (isListing ? ['{}', ...list] : list).join(', ');
}

const writers: Readonly<Record<CallPlan['options'], (sheet: Sheet) => string>> = {
  none: () => '',
  timeout: () => '{ timeout: 9000, maxRetries: 0 }',
  headers: (sheet) => `{ headers: { 'x-request': ${sheet.quote('one')} } }`,
  query: (sheet) => `{ query: { region: ${sheet.quote('north')} } }`,
  constant: (sheet) => sheet.constant('requestOptions', '{ timeout: 9000 }'),
  signal: () => '{ signal: AbortSignal.timeout(60_000) }',
  'api-key': (sheet) => `{ headers: { 'api-key': ${sheet.quote('placeholder-key-9')} } }`,
  version: (sheet) => `{ query: { 'api-version': ${sheet.quote('2024-02-01')} } }`,
};
