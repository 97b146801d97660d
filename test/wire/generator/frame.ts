import type { Entry, Sheet } from './sheet.ts';
import type { CallPlan } from './call-plan.ts';

/** A function that calls a client, before it is known where it will stand. */
export interface WrittenFunction {
  readonly name: string;
  readonly parameters: readonly WrittenParameter[];
  readonly lines: readonly string[];
}

/** A parameter of a function that a program exports, and what it is called with. */
export interface WrittenParameter {
  readonly name: string;
  readonly type: string;
  readonly argument: unknown;
}

/** The parameter of a function that asks something; some names hide one of the module, and get what such a name holds. */
export function questionParameter(name: CallPlan['parameter'], index: number): WrittenParameter {
  return { name, type: 'string', argument: hidden[name] ?? `What is ${String(index)}?` };
}

const hidden: Readonly<Partial<Record<CallPlan['parameter'], string>>> = {
  apiKey: 'placeholder-key-8',
  deployment: 'asked-deployment',
  endpoint: 'https://asked.openai.azure.com',
  model: 'asked-model',
};

/** Where the functions of a part stand, and how they name their client. */
export interface Frame {
  readonly client: string;
  /** Takes a function; may be called more than once. */
  add(written: WrittenFunction): void;
  /** Writes what only then is known whole. */
  finish(): void;
}

/** A frame of exported functions, each of which starts with some lines. */
export function functionFrame(sheet: Sheet, client: string, prelude: readonly string[] = []): Frame {
  return {
    client,
    add: (written) => {
      addFunction(sheet, { ...written, lines: [...prelude, ...written.lines] });
    },
    finish: () => undefined,
  };
}

/** Adds an exported function. */
export function addFunction(sheet: Sheet, written: WrittenFunction): void {
  const name = sheet.name(written.name);
  sheet.add(`${exported(sheet)}async function ${name}(${parametersOf(sheet, written)}) ${block(written.lines)}`);
  sheet.entries.push(entryOf(name, written));
}

/** A frame of methods of an exported class that starts with some members. */
export function classFrame(
  sheet: Sheet,
  client: string,
  members: readonly string[],
  name = sheet.name('Assistant'),
  base?: string,
): Frame {
  const methods: string[] = [];
  return {
    client,
    add: (written) => {
      methods.push(`async ${written.name}(${parametersOf(sheet, written)}) ${block(written.lines)}`);
      sheet.entries.push({ ...entryOf(name, written), method: written.name });
    },
    finish: () => {
      const fields = members.map((member) => `${indent([member]).join('\n')}\n`).join('');
      const rest = methods.map((method) => `\n${indent(method.split('\n')).join('\n')}\n`).join('');
      sheet.add(`${exported(sheet)}class ${name} ${base === undefined ? '' : `extends ${base} `}{\n${fields}${rest}}`);
    },
  };
}

/** `export ` where the module has such a word. */
export function exported(sheet: Sheet): string {
  return sheet.plan.modules === 'esm' ? 'export ' : '';
}

/** The parameter list of a function. */
export function parametersOf(sheet: Sheet, { parameters }: WrittenFunction): string {
  return parameters.map(({ name, type }) => `${name}${sheet.typed(`: ${type}`)}`).join(', ');
}

/** A block of statements. */
export function block(lines: readonly string[]): string {
  return `{\n${indent(lines).join('\n')}\n}`;
}

/** Lines two columns further to the right. */
function indent(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split('\n')).map((line) => (line === '' ? '' : `  ${line}`));
}

function entryOf(name: string, { parameters }: WrittenFunction): Entry {
  return { name, arguments: parameters.map(({ argument }) => argument) };
}
