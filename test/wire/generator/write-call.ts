import { questionParameter, type Frame, type WrittenFunction } from './frame.ts';
import type { Operation } from './operation.ts';
import { operations } from './operations.ts';
import { type Sheet, undescribed } from './sheet.ts';
import { writeBody } from './write-body.ts';
import { writeArguments } from './write-arguments.ts';
import type { CallPlan } from './call-plan.ts';
import type { ClientPlan } from './client-plan.ts';

/** Writes one call of the SDK into a frame. */
export function writeCall(sheet: Sheet, client: ClientPlan, call: CallPlan, frame: Frame, index: number): void {
  const operation = operations[call.operation];
  if (!operation) throw new Error(`There is no operation ${call.operation}`);
  const question = questionParameter(call.parameter, index);
  const body = writeBody(sheet, client, call, operation, call.parameter);
  const list = writeArguments(sheet, call, operation, body.expression);
  const access = accessOf(sheet, call, operation, frame.client);
  const written: WrittenFunction = {
    name: `ask${String(index)}`,
    parameters: [question, ...body.parameters],
    lines: [
      ...access.lines,
      ...body.lines,
      ...resultLines(
        call,
        operation,
        `${access.method}(${list})`,
        body.expression === 'request' && body.lines.length > 0,
      ),
    ],
  };
  frame.add(written);
}

function isFour(sheet: Sheet): boolean {
  return sheet.plan.sdk.startsWith('4.');
}

function accessOf(sheet: Sheet, call: CallPlan, operation: Operation, client: string) {
  const path = (isFour(sheet) ? operation.four : undefined) ?? operation.path;
  const [first = '', ...rest] = path;
  const tail = [...rest, operation.method].join('.');
  switch (call.access) {
    case 'member':
      return { lines: [], method: `${client}.${first}.${tail}` };
    case 'bracket':
      return { lines: [], method: `${client}[${sheet.quote(first)}].${tail}` };
    case 'optional':
      return { lines: [], method: `${client}?.${first}.${tail}` };
    case 'resource':
      return { lines: [`const resource = ${client}.${path.join('.')};`], method: `resource.${operation.method}` };
    case 'cast':
      return {
        lines: [],
        method: `${sheet.plan.language === 'ts' ? `(${client} as ${undescribed})` : client}.${first}.${tail}`,
      };
    case 'bound':
      return {
        lines: [
          `const resource = ${client}.${path.join('.')};`,
          `const send = resource.${operation.method}.bind(resource);`,
        ],
        method: 'send',
      };
    case 'destructured':
      return { lines: [`const { ${first} } = ${client};`], method: `${first}.${tail}` };
  }
}

function resultLines(
  call: CallPlan,
  { result, method }: Operation,
  request: string,
  hasRequest: boolean,
): readonly string[] {
  if (result === 'iterated') {
    const loop = ['for await (const event of stream) {', '  events.push(event);', '}'];
    return [`const stream = await ${request};`, 'const events = [];', ...loop, 'return events;'];
  }
  if (result === 'value') return [`return ${request};`];
  const isHelper = method === 'stream' || method === 'runTools';
  if (isHelper) return [`const stream = ${request};`, `return ${result.of('stream')};`];
  switch (call.result) {
    case 'value':
      return [`const reply = await ${request};`, `return ${result.of('reply')};`];
    case 'response':
      return [
        `const response = await ${request}.asResponse();`,
        'return { status: response.status, text: await response.text() };',
      ];
    case 'with-response':
      return [
        `const { data, response } = await ${request}.withResponse();`,
        `return { status: response.status, value: ${result.of('data')} };`,
      ];
    case 'caught':
      return [
        'try {',
        `  const reply = await ${request};`,
        `  return ${result.of('reply')};`,
        '} catch (error) {',
        '  return { status: error.status, code: error.code };',
        '}',
      ];
    case 'with-request':
      return [
        `const reply = await ${request};`,
        `return { value: ${result.of('reply')}, ${hasRequest ? 'request' : ''} };`,
      ];
    case 'parallel':
      // All must have ended before the program goes on, or the next program would get their retries.
      return [
        `const settled = await Promise.allSettled([${request}, ${request}]);`,
        "for (const { status, reason } of settled) if (status === 'rejected') throw reason;",
        'const [first, second] = settled.map(({ value }) => value);',
        `return [${result.of('first')}, ${result.of('second')}];`,
      ];
    case 'then':
      return [`return ${request}.then(async (reply) => ${result.of('reply')});`];
  }
}
