import type { Sheet } from './sheet.ts';
import type { TextForm, TextPlan } from './text-plan.ts';

/** What a text is for: the name that it gets, and the variable that may hold it. */
export interface TextRole {
  readonly name: string;
  readonly variable: string;
}

/** A parameter of the function around an expression, and what that function is called with. */
export interface Parameter {
  readonly name: string;
  readonly argument: string;
}

interface Request {
  readonly sheet: Sheet;
  readonly role: TextRole;
  readonly value: string;
  /** The text as a literal. */
  readonly literal: string;
  readonly parameters: Parameter[] | undefined;
}

/** Writes an expression for a text; parameters that it needs are added to those of the function around it. */
export function writeText(sheet: Sheet, role: TextRole, { form, value }: TextPlan, parameters?: Parameter[]): string {
  return writers[form]({ sheet, role, value, literal: sheet.quote(value), parameters });
}

const writers: Readonly<Record<TextForm, (request: Request) => string>> = {
  literal: ({ literal }) => literal,
  constant: ({ sheet, role, literal }) => sheet.constant(role.name, literal),
  'upper-constant': ({ sheet, role, literal }) => sheet.constant(toUpper(role.name), literal),
  environment: ({ sheet, role }) => `process.env.${role.variable}${sheet.typed('!')}`,
  'environment-bracket': ({ sheet, role }) => `process.env[${sheet.quote(role.variable)}]`,
  'environment-constant': ({ sheet, role }) => sheet.constant(role.name, `process.env.${role.variable}`),
  'environment-destructured': ({ sheet, role }) => {
    sheet.once(`const { ${role.variable} } = process.env;`);
    return role.variable;
  },
  'environment-renamed': ({ sheet, role }) => {
    sheet.once(`const { ${role.variable}: ${role.name}Setting } = process.env;`);
    return `${role.name}Setting`;
  },
  'environment-or': ({ role, literal }) => `process.env.${role.variable} || ${literal}`,
  'environment-nullish': ({ role, literal }) => `process.env.${role.variable} ?? ${literal}`,
  'environment-or-constant': ({ sheet, role, literal }) =>
    sheet.constant(role.name, `process.env.${role.variable} || ${literal}`),
  'environment-template': ({ role }) => `\`\${process.env.${role.variable}}\``,
  'environment-trimmed': ({ sheet, role }) => `process.env.${role.variable}${sheet.typed('!')}.trim()`,
  guarded: ({ sheet, role }) => {
    const name = sheet.constant(role.name, `process.env.${role.variable}`);
    sheet.once(`if (!${name}) throw new Error(${sheet.quote(`${role.variable} is not set`)});`);
    return name;
  },
  member: ({ sheet, role, literal }) => `${sheet.constant('settings', `{ ${role.name}: ${literal} }`)}.${role.name}`,
  'member-environment': ({ sheet, role }) =>
    `${sheet.constant('config', `{ ${role.name}: process.env.${role.variable} }`)}.${role.name}`,
  call: ({ sheet, role, literal }) => {
    const name = `read${role.name.charAt(0).toUpperCase()}${role.name.slice(1)}`;
    return `${sheet.constant(name, `() => ${literal}`)}()`;
  },
  joined: ({ sheet, role, value }) => {
    const cut = Math.ceil(value.length / 2);
    const head = sheet.constant(`${role.name}Start`, sheet.quote(value.slice(0, cut)));
    return `\`\${${head}}${value.slice(cut)}\``;
  },
  'let-once': ({ sheet, role, literal }) => {
    const name = sheet.name(role.name);
    sheet.declare(`let ${name} = ${literal};`);
    return name;
  },
  'let-reassigned': ({ sheet, role, value, literal }) => {
    const name = sheet.name(role.name);
    sheet.declare(`let ${name} = ${literal};`);
    sheet.later(`${name} = ${sheet.quote(value.startsWith('https:') ? 'https://later.openai.azure.com' : 'later')};`);
    return name;
  },
  conditional: ({ sheet, literal }) =>
    `${sheet.constant('isTest', `process.env.NODE_ENV === ${sheet.quote('test')}`)} ? ${literal} : ${sheet.quote('never')}`,
  parameter: ({ sheet, role, literal, parameters }) => {
    if (!parameters) return sheet.constant(role.name, literal);
    if (!parameters.some(({ name }) => name === role.name)) parameters.push({ name: role.name, argument: literal });
    return role.name;
  },
  concatenated: ({ sheet, role, value }) => {
    const cut = Math.ceil(value.length / 2);
    const head = sheet.constant(`${role.name}Start`, sheet.quote(value.slice(0, cut)));
    return `${head} + ${sheet.quote(value.slice(cut))}`;
  },
  'url-href': ({ literal, value }) => (value.startsWith('https:') ? `new URL(${literal}).origin` : literal),
  'without-slash': ({ sheet, role }) =>
    `process.env.${role.variable}${sheet.typed('!')}.replace(/\\/$/, ${sheet.quote('')})`,
  'string-call': ({ role }) => `String(process.env.${role.variable})`,
  'own-field': ({ role, literal, parameters }) => {
    if (!parameters?.some(({ name }) => name === role.name)) parameters?.push({ name: role.name, argument: literal });
    return `this.${role.name}`;
  },
};

function toUpper(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

/** An expression as the operand of a template, a member or an assertion. */
export function asOperand(expression: string): string {
  return /^[\w.$]+$|^`[^`]*`$|^(['"])[^'"]*\1$/.test(expression) ? expression : `(${expression})`;
}
