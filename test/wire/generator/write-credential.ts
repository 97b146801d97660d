import type { Sheet } from './sheet.ts';
import { roles, type Property } from './write-options.ts';
import { writeText, type Parameter } from './write-text.ts';
import type { ClientPlan } from './client-plan.ts';

/** Writes the options that say what a client presents. */
export function writeCredential(
  sheet: Sheet,
  client: ClientPlan,
  parameters: Parameter[] | undefined,
): readonly Property[] {
  const isProvider = sheet.plan.credential === 'provider';
  if (isProvider && client.client === 'azure') return [['azureADTokenProvider', providers[client.provider](sheet)]];
  // A variable with a key beside a provider would be refused, so keys stand in the text then.
  const plan = isProvider ? { ...client.keyText, form: 'literal' as const } : client.keyText;
  const key = () => writeText(sheet, roles.key, plan, parameters);
  const header = (): Property => ['defaultHeaders', `{ 'api-key': ${key()} }`];
  if (client.client === 'azure') return keyOptions[client.key](key, header);
  if (client.client === 'v1') return [['apiKey', key()]];
  return client.key === 'option' ? [['apiKey', key()]] : [['apiKey', key()], header()];
}

const keyOptions: Readonly<
  Record<ClientPlan['key'], (key: () => string, header: () => Property) => readonly Property[]>
> = {
  option: (key) => [['apiKey', key()]],
  absent: () => [],
  header: (_, header) => [header()],
  'option-and-header': (key, header) => [['apiKey', key()], header()],
};

const scope = 'https://cognitiveservices.azure.com/.default';

const providers: Readonly<Record<ClientPlan['provider'], (sheet: Sheet) => string>> = {
  identity: (sheet) => sheet.constant('azureADTokenProvider', identity(sheet)),
  'identity-inline': (sheet) => identity(sheet),
  function: (sheet) => {
    sheet.once(`let issued = 0;`);
    return '() => Promise.resolve(`placeholder-token-${++issued}`)';
  },
  'function-constant': (sheet) => {
    sheet.once(`let issued = 0;`);
    sheet.once(`const provideToken = async () => {\n  issued += 1;\n  return \`placeholder-token-\${issued}\`;\n};`);
    return 'provideToken';
  },
  'arrow-of-call': (sheet) => `() => ${sheet.constant('getToken', identity(sheet))}()`,
};

function identity(sheet: Sheet): string {
  sheet.import('@azure/identity', '{ DefaultAzureCredential, getBearerTokenProvider }');
  return `getBearerTokenProvider(new DefaultAzureCredential(), ${sheet.quote(scope)})`;
}
