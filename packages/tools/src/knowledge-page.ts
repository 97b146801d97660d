import {
  apiVersions,
  azureClientOptions,
  citations,
  clientOptionsTypeName,
  clientWrappers,
  endpoints,
  firstWithMaxCompletionTokens,
  gatewayWords,
  models,
  type ModelRow,
  moduleMocks,
  outputLimit,
  refusedClientOptions,
  requestDoubles,
  retiredBodyProperties,
  type SdkMethod,
  sdkMethods,
  sharedClientOptions,
  toleratedValues,
  type OptionFate,
} from '@azure-openai-v1/knowledge';
import { environmentSections } from './environment-sections.ts';
import { markdownTable } from './markdown-table.ts';
import { operationSections } from './operation-sections.ts';
import { packageSections } from './package-sections.ts';
import { code, rowsTable } from './rows-table.ts';

/** Writes `docs/knowledge.md`: every table of the knowledge package, and the sources. */
export function knowledgePage(): string {
  const sections = [
    ...clientSections(),
    ...packageSections(),
    ...environmentSections(),
    ...serviceSections(),
    ...operationSections(),
    ...modelSections(),
    ...testSections(),
  ];
  const body = sections.map(([title, table]) => `## ${title}\n\n${table}`).join('\n\n');
  return `# Knowledge\n\nGenerated from \`packages/knowledge\` by \`pnpm generate\`; change it there.\n\n${body}\n\n${sources()}\n`;
}

type Section = readonly [title: string, table: string];

function clientSections(): readonly Section[] {
  const fates = { ...azureClientOptions, ...sharedClientOptions, ...refusedClientOptions };
  const options = Object.entries(fates).map(([name, fate]) => ({ name, ...fate }));
  return [
    [
      'Client options',
      rowsTable(['Option', 'What becomes of it'], options, (option) => [code(option.name), fateOf(option)]),
    ],
    [
      'Types of the options',
      rowsTable(['Legacy', 'v1'], [clientOptionsTypeName], ({ legacy, v1 }) => [code(legacy), code(v1)]),
    ],
    [
      'Functions that wrap a client',
      rowsTable(['Module', 'Function'], clientWrappers, ({ module, name }) => [code(module), code(name)]),
    ],
    [
      'Methods of the client',
      rowsTable<SdkMethod>(['Method', 'In v1', 'Takes the deployment as `model`'], sdkMethods, (row) => [
        code(row.method),
        row.status,
        row.deploymentScoped ? 'yes' : '',
      ]),
    ],
  ];
}

function serviceSections(): readonly Section[] {
  return [
    ['Hosts', rowsTable(['Suffix', 'Standing'], endpoints, ({ suffix, standing }) => [code(suffix), standing])],
    ['Words that name a gateway', rowsTable(['Words'], gatewayWords, ({ words }) => [code(words)])],
    [
      'Dated versions',
      rowsTable(['Version', 'Kind', 'Retired'], apiVersions, (row) => [
        code(row.version),
        row.kind,
        'retired' in row ? row.retired : '',
      ]),
    ],
    [
      'First version with `max_completion_tokens`',
      rowsTable(['Version'], [firstWithMaxCompletionTokens], ({ version }) => [code(version)]),
    ],
  ];
}

function modelSections(): readonly Section[] {
  return [
    [
      'Models',
      rowsTable<ModelRow>(['Model', 'Chat', 'Responses', 'Reasons', 'Refuses', 'Verified'], models, (model) => [
        code(model.id),
        answer(model.chat),
        answer(model.responses),
        answer(model.reasoning),
        model.unsupported.map(code).join(', '),
        answer(model.verified ?? true),
      ]),
    ],
    [
      'Limit of the output',
      rowsTable(['Legacy', 'Chat completions', 'Responses'], [outputLimit], ({ legacy, chat, responses }) => [
        code(legacy),
        code(chat),
        code(responses),
      ]),
    ],
    [
      'Values that reasoning models accept',
      rowsTable(['Parameter', 'Value'], toleratedValues, ({ parameter, value }) => [code(parameter), String(value)]),
    ],
    [
      'Properties of request bodies that v1 does not take',
      rowsTable(['Property', 'Reason'], retiredBodyProperties, ({ property, reason }) => [code(property), reason]),
    ],
  ];
}

function testSections(): readonly Section[] {
  return [
    [
      'Functions that replace a module in tests',
      rowsTable(['Module', 'Function', 'Form'], moduleMocks, ({ module, name, form }) => [
        code(module),
        name === '' ? '' : code(name),
        form,
      ]),
    ],
    [
      'Libraries that answer requests in tests',
      rowsTable(['Module', 'Methods', 'URL'], requestDoubles, ({ module, methods, url }) => [
        code(module),
        methods.length === 0 ? 'all' : methods.map(code).join(', '),
        url,
      ]),
    ],
  ];
}

function sources(): string {
  const rows = Object.entries(citations).map(([key, { title, date }]) => [code(key), title, date]);
  return `## Sources\n\nThe date is the document's own, or the day it was read.\n\n${markdownTable(['Source', 'Title', 'Date'], rows)}`;
}

const fateWords: Readonly<Record<OptionFate['kind'], string>> = {
  drop: 'dropped',
  keep: 'kept',
  move: 'moved to',
  refuse: 'refused: the client stays as it is',
  rename: 'renamed to',
  rewrite: 'rewritten to',
};

function fateOf(fate: OptionFate): string {
  const target = 'to' in fate ? ` ${code(fate.to)}` : '';
  const since = 'since' in fate ? `, from openai ${fate.since} on` : '';
  return `${fateWords[fate.kind]}${target}${since}`;
}

function answer(value: boolean | undefined): string {
  return value === undefined ? 'unknown' : value ? 'yes' : 'no';
}
