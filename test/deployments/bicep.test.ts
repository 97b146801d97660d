import { describe, expect, test } from 'vitest';
import { foundIn } from './found-in.ts';

const type = 'Microsoft.CognitiveServices/accounts/deployments@2024-10-01';

/** A deployment whose name and model are these expressions. */
const resource = (name: string, model: string, head = '=') => `resource chat '${type}' ${head} {
  parent: account
  name: ${name}
  sku: { name: 'GlobalStandard', capacity: 10 }
  properties: {
    model: {
      format: 'OpenAI'
      name: ${model}
      version: '2025-01-31'
    }
  }
}
`;

describe('a resource', () => {
  test('says the model of its deployment, at the line of the model', () => {
    expect(foundIn({ 'infra/main.bicep': resource("'chat'", "'o3-mini'") })).toEqual([
      'chat = o3-mini infra/main.bicep:8',
    ]);
  });

  test.each([
    [
      'in another case',
      resource("'chat'", "'o3-mini'").replace('Microsoft.CognitiveServices', 'microsoft.cognitiveservices'),
    ],
    ['on a condition', resource("'chat'", "'o3-mini'", "= if (deploys && mode != 'none')")],
    [
      'behind decorators and comments',
      `/* '{ */ @batchSize(1) // [\n@description('''it's { ''')\n${resource("'chat'", "'o3-mini'")}`,
    ],
    ['on one line', `resource c '${type}' = { name: 'chat', properties: { model: { name: 'o3-mini' } } }`],
    ['with Windows line ends', resource("'chat'", "'o3-mini'").replaceAll('\n', '\r\n')],
    ['behind a byte order mark', `\uFEFF${resource("'chat'", "'o3-mini'")}`],
    ['in variables', `var models = { chat: { name: 'o3-mini' } }\n${resource("'chat'", 'models.chat.name')}`],
    ['with quoted keys', `var models = { 'the-chat': 'o3-mini' }\n${resource("'chat'", "models['the-chat']")}`],
    ['with the account in its name', resource("'${account.name}/chat'", "'o3-mini'")],
    ['after a file that is broken above it', `param x string = (\n'\n}}]\n${resource("'chat'", "'o3-mini'")}`],
  ])('counts %s', (_, text) => {
    expect(foundIn({ 'a.bicep': text }).map((line) => line.split(' a.bicep')[0])).toEqual(['chat = o3-mini']);
  });

  test('counts inside its account', () => {
    const text = `resource account 'Microsoft.CognitiveServices/accounts@2024-10-01' = {
  name: 'contoso'
  @batchSize(1)
  resource chat 'deployments' = {
    name: 'chat'
    properties: { model: { name: 'o3-mini' } }
  }
  resource search 'deployments@2024-10-01' = { name: 'search', properties: { model: { name: 'gpt-4o' } } }
  resource policy 'raiPolicies' = { name: 'strict', properties: { model: { name: 'o1' } } }
}`;
    expect(foundIn({ 'a.bicep': text })).toEqual(['chat = o3-mini a.bicep:6', 'search = gpt-4o a.bicep:8']);
  });

  test.each([
    ['a name with a part that is not known', resource("'${prefix}-chat'", "'o3-mini'")],
    ['a choice', resource("'chat'", "isProduction ? 'o3-mini' : 'gpt-4o'")],
    ['a choice over several lines', resource("'chat'", "isProduction\n  ? 'o3-mini'\n  : 'gpt-4o'")],
    ['a call', resource("'chat'", "toLower('o3-mini')")],
    ['a parameter without a default', `param model string\n${resource("'chat'", 'model')}`],
    ['text with an escape', resource("'chat'", "'o3\\u{2d}mini'")],
    ['something spread', resource("'chat'", "'o3-mini'").replace('parent: account', '...base')],
    ['a key that is there twice', resource("'chat'", "'o3-mini'").replace('parent: account', "name: 'other'")],
    ['what exists already', resource("'chat'", "'o3-mini'", 'existing =')],
    ['a comment', `// ${resource("'chat'", "'o3-mini'").replaceAll('\n', '\n// ')}`],
    ['a raw text', `var example = '''\n${resource("'chat'", "'o3-mini'").replaceAll("'''", '')}'''`],
    ['another type', resource("'chat'", "'o3-mini'").replace('/deployments@', '/raiPolicies@')],
    ['variables in a circle', `var a = b\nvar b = a\n${resource("'chat'", 'a')}`],
    ['an unknown index', `var models = ['o3-mini']\n${resource("'chat'", 'models[0]')}`],
  ])('says nothing with %s', (_, text) => {
    expect(foundIn({ 'a.bicep': text })).toEqual([]);
  });
});

describe('a parameter', () => {
  const parameters = "param name string = 'chat'\nparam model string = 'o3-mini'\n";
  const template = parameters + resource('name', 'model');

  test('with a default is no fact', () => {
    expect(foundIn({ 'main.bicep': template })).toEqual(['chat = o3-mini main.bicep:2 ?']);
    expect(foundIn({ 'main.bicep': "param name string = 'chat'\n" + resource('name', "'o1'") })).toEqual([
      'chat = o1 main.bicep:9 ?',
    ]);
  });

  test('has the value that a parameter file gives, which is no fact either', () => {
    expect(
      foundIn({ 'main.bicep': template, 'prod.bicepparam': "using './main.bicep'\nparam model = 'o1'\n" }),
    ).toEqual(['chat = o1 prod.bicepparam:2 ?']);
    const json = JSON.stringify({ parameters: { model: { value: 'o1' }, name: { value: '${CHAT=talk}' } } });
    expect(foundIn({ 'main.bicep': template, 'main.parameters.json': json })).toEqual([
      'talk = o1 main.parameters.json:1 ?',
    ]);
  });

  test('is not known where parameter files disagree, or leave it to the environment', () => {
    const using = (model: string) => `using 'main.bicep'\nparam model = ${model}\n`;
    expect(foundIn({ 'main.bicep': template, 'a.bicepparam': using("'o1'"), 'b.bicepparam': using("'o3'") })).toEqual(
      [],
    );
    expect(foundIn({ 'main.bicep': template, 'a.bicepparam': using("readEnvironmentVariable('M', 'o1')") })).toEqual(
      [],
    );
    const json = JSON.stringify({ parameters: { model: { value: '${CHAT_MODEL}' } } });
    expect(foundIn({ 'main.bicep': template, 'main.parameters.json': json })).toEqual([]);
  });

  test('keeps its default where its type is written with braces', () => {
    const text = `param deployments { name: string, model: object }[] = [
  { name: 'chat', model: { name: 'o3-mini' } }
]
resource d '${type}' = [for item in deployments: {
  name: item.name
  properties: { model: item.model }
}]`;
    expect(foundIn({ 'main.bicep': text })).toEqual(['chat = o3-mini main.bicep:2 ?']);
  });
});

describe('a module', () => {
  const module = (target: string, model: string) => `module openai '${target}' = {
  name: 'openai'
  params: { model: ${model}, deployments: [] }
}
`;
  const inner = `param model string = 'gpt-4o'\n${resource("'chat'", 'model')}`;

  test('of the repository gets what is given to it', () => {
    for (const target of ['modules/openai.bicep', './modules/openai.bicep']) {
      expect(foundIn({ 'infra/main.bicep': module(target, "'o3-mini'"), 'infra/modules/openai.bicep': inner })).toEqual(
        ['chat = o3-mini infra/main.bicep:3'],
      );
    }
    const main = `param model string = 'o1'\n${module('openai.bicep', 'model')}`;
    expect(foundIn({ 'main.bicep': main, 'openai.bicep': inner })).toEqual(['chat = o1 main.bicep:1 ?']);
  });

  test('that is used twice with different values is not known', () => {
    const main = module('openai.bicep', "'o1'") + module('openai.bicep', "'o3'");
    expect(foundIn({ 'main.bicep': main, 'openai.bicep': inner })).toEqual([]);
    expect(foundIn({ 'main.bicep': module('openai.bicep', 'environmentModel'), 'openai.bicep': inner })).toEqual([]);
  });

  test('that uses itself ends', () => {
    expect(
      foundIn({ 'main.bicep': `param model string\n${module('main.bicep', 'model')}${resource("'chat'", 'model')}` }),
    ).toEqual([]);
  });

  test('of a registry is believed where it is asked for deployments', () => {
    const main = `param chatName string = 'chat'
module account 'br/public:avm/res/cognitive-services/account:0.8.0' = {
  params: {
    deployments: [
      { name: chatName, model: { format: 'OpenAI', name: 'o3-mini' } }
      {
        name: 'reasoner'
        model: { format: 'DeepSeek', name: 'DeepSeek-R1', version: '1' }
      }
      { model: { name: 'gpt-4o' } }
    ]
    contacts: [ { name: 'Ada', model: { name: 'o1' } } ]
  }
}`;
    expect(foundIn({ 'main.bicep': main })).toEqual([
      'chat = o3-mini main.bicep:5 ?',
      'reasoner = DeepSeek-R1 main.bicep:8',
    ]);
  });
});

test('a loop over deployments that are written out makes each of them', () => {
  const text = `var all = [
  { name: 'chat', model: { format: 'OpenAI', name: 'o3-mini' } }
  { name: 'search', model: { format: 'OpenAI', name: searchModel } }
]
@batchSize(1)
resource d '${type}' = [
  for (item, index) in all: if (index >= 0) {
    name: item.name
    properties: { model: item.model }
  }
]
resource e '${type}' = [for item in elsewhere: { name: 'talk', properties: { model: { name: 'o1' } } }]
`;
  expect(foundIn({ 'main.bicep': text })).toEqual(['chat = o3-mini main.bicep:2']);
});
