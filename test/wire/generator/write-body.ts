import type { WrittenParameter } from './frame.ts';
import type { Operation } from './operation.ts';
import { type Sheet, undescribed } from './sheet.ts';
import { roles, writeObject, type Property } from './write-options.ts';
import { writeText } from './write-text.ts';
import type { CallPlan } from './call-plan.ts';
import type { ClientPlan } from './client-plan.ts';

/** The request of a call, with what must stand before it and come in as a parameter. */
export interface WrittenBody {
  readonly expression: string | undefined;
  readonly lines: readonly string[];
  readonly parameters: readonly WrittenParameter[];
}

interface Parts {
  readonly sheet: Sheet;
  readonly call: CallPlan;
  readonly question: string;
  readonly model: readonly Property[];
  readonly rest: readonly Property[];
  readonly lines: readonly string[];
  readonly parameters: readonly WrittenParameter[];
}

/** Writes the request of a call. */
export function writeBody(
  sheet: Sheet,
  client: ClientPlan,
  call: CallPlan,
  operation: Operation,
  question: string,
): WrittenBody {
  if (!operation.body) return { expression: undefined, lines: [], parameters: [] };
  const limit: readonly Property[] = call.limit ? limitOf(operation) : [];
  const rest = [...operation.body(question), ...limit];
  const model =
    operation.model === 'wanted' ? writeModel(sheet, client, call) : { properties: [], lines: [], parameters: [] };
  const parts = {
    sheet,
    call,
    question,
    model: model.properties,
    rest,
    lines: model.lines,
    parameters: model.parameters,
  };
  const adds =
    call.body === 'model-assigned-later' || call.body === 'assigned-later' || call.body === 'conditional-spread';
  return forms[adds && !takesUser.has(operation.path[0] ?? '') ? 'constant' : call.body](parts);
}

/** Resources whose requests may name a user. */
const takesUser: ReadonlySet<string> = new Set(['chat', 'completions', 'embeddings', 'images', 'responses']);

function limitOf({ path }: Operation): readonly Property[] {
  if (path.at(-1) === 'completions') return [['max_tokens', '50']];
  return path[0] === 'responses' ? [['max_output_tokens', '50']] : [];
}

const inline = ({ sheet, model, rest, lines, parameters }: Parts): WrittenBody => ({
  expression: writeObject(sheet, [...model, ...rest]),
  lines,
  parameters,
});

const forms: Readonly<Record<CallPlan['body'], (parts: Parts) => WrittenBody>> = {
  inline,
  constant: ({ sheet, model, rest, lines, parameters }) => ({
    expression: 'request',
    lines: [...lines, `const request = ${writeObject(sheet, [...model, ...rest])};`],
    parameters,
  }),
  'module-constant': (parts) => {
    const { sheet, model, rest, question, lines } = parts;
    const usesFunction = lines.length > 0 || parts.parameters.length > 0 || parts.call.model === 'conditional';
    if (usesFunction) return inline(parts);
    const fixed = rest.map(
      ([key, value]) => [key, value.replaceAll(question, sheet.quote('A fixed question'))] as const,
    );
    return { ...parts, expression: sheet.constant('request', writeObject(sheet, [...model, ...fixed])) };
  },
  spread: ({ sheet, model, rest, lines, parameters }) => ({
    expression: `{ ...base, ${rest.map(([key, value]) => `${key}: ${value}`).join(', ')} }`,
    lines: [...lines, `const base = ${writeObject(sheet, model)};`],
    parameters,
  }),
  'spread-last': ({ sheet, model, rest, lines, parameters }) => ({
    expression: `{ ${[...model.map(([key, value]) => (value === '' ? key : `${key}: ${value}`)), '...base'].join(', ')} }`,
    lines: [...lines, `const base = ${writeObject(sheet, rest)};`],
    parameters,
  }),
  'conditional-spread': ({ sheet, model, rest, lines, parameters, question }) => ({
    expression: writeObject(sheet, [...model, ...rest, [`...(${question} ? { user: 'u1' } : {})`, '']]),
    lines,
    parameters,
  }),
  'assigned-later': (parts) => withAssignment(parts, "request.user = 'u1';"),
  'model-assigned-later': (parts) => withAssignment(parts, `request.model = ${parts.sheet.quote('assigned-model')};`),
  parameter: (parts) => withParameter(parts, () => 'request'),
  'parameter-spread': (parts) =>
    withParameter(parts, () => writeObject(parts.sheet, [['...request', ''], ...parts.model, ...parts.rest])),
  'object-assign': ({ sheet, model, rest, lines, parameters }) => ({
    expression: `Object.assign(${writeObject(sheet, rest)}, ${writeObject(sheet, model)})`,
    lines,
    parameters,
  }),
};

function withAssignment({ sheet, model, rest, lines, parameters }: Parts, assignment: string): WrittenBody {
  const object = writeObject(sheet, [...model, ...rest]);
  const declaration = `const request${sheet.typed(`: ${undescribed}`)} = ${object};`;
  return { expression: 'request', lines: [...lines, declaration, assignment], parameters };
}

/** The caller hands a whole request in; a form with files cannot be handed in. */
function withParameter(parts: Parts, expression: () => string): WrittenBody {
  const argument = {
    stream: true,
    model: 'asked-model',
    messages: [{ role: 'user', content: 'Hello' }],
    input: 'Hello',
    prompt: 'Hello',
  };
  const wanted = new Set([...(parts.model.length === 0 ? [] : ['model']), ...parts.rest.map(([key]) => key)]);
  if (wanted.has('file') || wanted.has('tools')) return inline(parts);
  const given = Object.fromEntries(Object.entries(argument).filter(([key]) => wanted.has(key)));
  const request = { name: 'request', type: undescribed, argument: given };
  return { expression: expression(), lines: parts.lines, parameters: [...parts.parameters, request] };
}

interface WrittenModel {
  readonly properties: readonly Property[];
  readonly lines: readonly string[];
  readonly parameters: readonly WrittenParameter[];
}

function writeModel(sheet: Sheet, client: ClientPlan, call: CallPlan): WrittenModel {
  const of = (value: string): WrittenModel => ({ properties: [['model', value]], lines: [], parameters: [] });
  const other = sheet.quote('gpt-4o');
  // A parameter that is called `model` takes the name that the shorthand needs.
  switch (call.model === 'shorthand' && call.parameter === 'model' ? 'other' : call.model) {
    case 'other':
      return of(other);
    case 'same':
      return of(
        client.deployment ? writeText(sheet, roles.deployment, client.deployment) : sheet.quote('support-chat'),
      );
    case 'absent':
      return { properties: [], lines: [], parameters: [] };
    case 'empty':
      return of(sheet.quote(''));
    case 'parameter':
      return { ...of('wanted'), parameters: [{ name: 'wanted', type: 'string', argument: 'wanted-model' }] };
    case 'shorthand':
      return { properties: [['model', 'model']], lines: [`const model = ${other};`], parameters: [] };
    case 'spread':
      return {
        properties: [[`...${sheet.constant('modelSettings', `{ model: ${other} }`)}`, '']],
        lines: [],
        parameters: [],
      };
    case 'conditional':
      return of(`${call.parameter}.length > 3 ? ${other} : ${sheet.quote('gpt-4o-mini')}`);
    case 'call':
      sheet.once(`let choices = 0;`);
      return of(`${sheet.constant('chooseModel', `() => \`gpt-\${++choices}\``)}()`);
    case 'text':
      return of(writeText(sheet, roles.model, call.modelText));
  }
}
