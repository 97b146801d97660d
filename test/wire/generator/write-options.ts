import { type Sheet, undescribed } from './sheet.ts';
import { writeCredential } from './write-credential.ts';
import { writeText, type Parameter } from './write-text.ts';
import type { ClientPlan, ExtraOption } from './client-plan.ts';

/** A property of an object: `key: value`, or the bare name where both are the same. */
export type Property = readonly [key: string, value: string];

/** Writes the options of a client as an argument list, empty where there are none. */
export function writeOptions(sheet: Sheet, client: ClientPlan, parameters: Parameter[] | undefined): string {
  const properties = listProperties(sheet, client, parameters);
  const extras = extrasOf(sheet, client).filter(([key]) => !properties.some(([taken]) => taken === key));
  if (properties.length + extras.length === 0) return '';
  return placements[client.options]({ sheet, client, properties, extras, isLocal: (parameters ?? []).length > 0 });
}

interface Placement {
  readonly sheet: Sheet;
  readonly client: ClientPlan;
  readonly properties: readonly Property[];
  readonly extras: readonly Property[];
  /** A parameter of the function around it takes part. */
  readonly isLocal: boolean;
}

const placements: Readonly<Record<ClientPlan['options'], (placement: Placement) => string>> = {
  inline: ({ sheet, properties, extras }) => writeObject(sheet, [...properties, ...extras]),
  quoted: ({ sheet, properties, extras }) =>
    writeObject(
      sheet,
      [...properties, ...extras].map(([key, value]) => [sheet.quote(key), value] as const),
    ),
  constant: (placement) => {
    const { sheet, properties, extras, isLocal } = placement;
    const object = writeObject(sheet, [...properties, ...extras]);
    return isLocal ? object : declareObject(sheet, 'options', '', object);
  },
  typed: (placement) => {
    const { sheet, client, properties, extras, isLocal } = placement;
    const object = writeObject(sheet, [...properties, ...extras]);
    if (isLocal || sheet.plan.language === 'js' || client.client !== 'azure') return object;
    sheet.import('openai', 'type { AzureClientOptions }');
    return declareObject(sheet, 'options', ': AzureClientOptions', object);
  },
  spread: ({ sheet, properties, extras }) => writeObject(sheet, [...spreadOf(sheet, extras), ...properties]),
  'spread-last': ({ sheet, properties, extras }) => writeObject(sheet, [...properties, ...spreadOf(sheet, extras)]),
  reversed: ({ sheet, properties, extras }) => writeObject(sheet, [...properties, ...extras].toReversed()),
  asserted: ({ sheet, properties, extras }) =>
    writeObject(sheet, [...properties, ...extras]) + sheet.typed(` as ${undescribed}`),
  frozen: ({ sheet, properties, extras, isLocal }) => {
    const object = `Object.freeze(${writeObject(sheet, [...properties, ...extras])})`;
    return isLocal ? object : declareObject(sheet, 'options', '', object);
  },
  'conditional-spread': ({ sheet, properties, extras }) => {
    const flag = sheet.constant('isTest', `process.env.NODE_ENV === ${sheet.quote('test')}`);
    return writeObject(sheet, [...properties, [`...(${flag} ? ${writeObject(sheet, extras)} : {})`, '']]);
  },
  accessor: ({ sheet, properties, extras }) => {
    const [[key, value] = ['endpoint', 'undefined'], ...others] = properties;
    return writeObject(sheet, [[`get ${key}() { return ${value}; }`, ''], ...others, ...extras]);
  },
  shared: ({ sheet, properties, extras, isLocal }) => {
    if (isLocal) return writeObject(sheet, [...properties, ...extras]);
    const [first, ...others] = properties;
    const common = sheet.constant('common', writeObject(sheet, [...others, ...extras]));
    return writeObject(sheet, [[`...${common}`, ''], ...(first ? [first] : [])]);
  },
};

function declareObject(sheet: Sheet, wish: string, type: string, object: string): string {
  const name = sheet.name(wish);
  sheet.declare(`const ${name}${type} = ${object};`);
  return name;
}

function spreadOf(sheet: Sheet, extras: readonly Property[]): readonly Property[] {
  if (extras.length === 0) return [];
  return [[`...${sheet.constant('defaults', writeObject(sheet, extras))}`, '']];
}

function listProperties(sheet: Sheet, client: ClientPlan, parameters: Parameter[] | undefined): readonly Property[] {
  const version = client.version && writeText(sheet, roles.version, client.version, parameters);
  const deployment =
    client.deployment && client.url !== 'base-deployment'
      ? writeText(sheet, roles.deployment, client.deployment, parameters)
      : undefined;
  const isAzure = client.client === 'azure';
  return [
    ...urlOf(sheet, client, parameters),
    ...writeCredential(sheet, client, parameters),
    ...(version && isAzure ? [['apiVersion', version] as const] : []),
    ...(deployment && isAzure ? [['deployment', deployment] as const] : []),
    ...(client.client === 'older'
      ? [['defaultQuery', `{ 'api-version': ${version ?? sheet.quote('2024-10-21')} }`] as const]
      : []),
  ];
}

function urlOf(sheet: Sheet, client: ClientPlan, parameters: Parameter[] | undefined): readonly Property[] {
  const plan = { ...client.endpoint, value: client.endpoint.value + client.endpointEnd };
  const endpoint = () => writeText(sheet, roles.endpoint, plan, parameters);
  const base = (path: string) => [['baseURL', joinUrl(sheet, client, endpoint(), path)] as const];
  if (client.client === 'v1') return base('/openai/v1/');
  const deployment = () => writeText(sheet, roles.deployment, client.deployment ?? fallback, parameters);
  if (client.client === 'older' || client.url === 'base-deployment')
    return base(`/openai/deployments/${inTemplate(deployment())}`);
  if (client.url === 'base-openai') return base('/openai');
  return client.url === 'absent' ? [] : [['endpoint', endpoint()]];
}

const fallback = { form: 'literal', value: 'support-chat' } as const;

/** What the texts of a client and of requests by hand are for. */
export const roles = {
  endpoint: { name: 'endpoint', variable: 'AZURE_OPENAI_ENDPOINT' },
  key: { name: 'apiKey', variable: 'AZURE_OPENAI_API_KEY' },
  version: { name: 'apiVersion', variable: 'OPENAI_API_VERSION' },
  deployment: { name: 'deployment', variable: 'AZURE_OPENAI_DEPLOYMENT' },
  model: { name: 'model', variable: 'AZURE_OPENAI_MODEL' },
} as const;

function joinUrl(sheet: Sheet, client: ClientPlan, endpoint: string, path: string): string {
  const literal = /^(['"])(.*)\1$/.exec(endpoint)?.[2];
  const isPlain = literal !== undefined && !path.includes('${');
  return isPlain ? sheet.quote(client.endpoint.value + path) : `\`${literal ?? inTemplate(endpoint)}${path}\``;
}

/** An expression as a part of a template; the text of a literal stands there itself. */
export function inTemplate(expression: string): string {
  return /^(['"])(.*)\1$/.exec(expression)?.[2] ?? `\${${expression}}`;
}

function extrasOf(sheet: Sheet, { extras }: ClientPlan): readonly Property[] {
  return extras.map((extra) => extraProperties[extra](sheet));
}

const extraProperties: Readonly<Record<ExtraOption, (sheet: Sheet) => Property>> = {
  timeout: () => ['timeout', '20_000'],
  maxRetries: () => ['maxRetries', '1'],
  defaultHeaders: (sheet) => ['defaultHeaders', `{ 'x-team': ${sheet.quote('support')} }`],
  defaultQuery: (sheet) => ['defaultQuery', `{ trace: ${sheet.quote('on')} }`],
  organization: (sheet) => ['organization', sheet.quote('org-contoso')],
  project: (sheet) => ['project', sheet.quote('proj-contoso')],
  browser: () => ['dangerouslyAllowBrowser', 'true'],
  fetch: () => ['fetch', 'globalThis.fetch'],
};

/** Writes an object literal as the style wants it. */
export function writeObject(sheet: Sheet, properties: readonly Property[]): string {
  const texts = properties.map(([key, value]) => (value === '' || key === value ? key : `${key}: ${value}`));
  if (texts.length === 0) return '{}';
  if (sheet.plan.style.layout === 'one-line') return `{ ${texts.join(', ')} }`;
  return `{\n${texts.map((text) => `  ${text},\n`).join('')}}`;
}
