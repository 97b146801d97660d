import { describe, expect, test } from 'vitest';
import { foundIn } from './found-in.ts';

/** A deployment whose name and model are these expressions. */
const resource = (name: string, model: string) => `resource "azurerm_cognitive_deployment" "chat" {
  name                 = ${name}
  cognitive_account_id = azurerm_cognitive_account.openai.id

  model {
    format  = "OpenAI"
    name    = ${model}
    version = "2025-01-31"
  }
}
`;

describe('a resource', () => {
  test('says the model of its deployment, at the line of the model', () => {
    expect(foundIn({ 'infra/main.tf': resource('"chat"', '"o3-mini"') })).toEqual(['chat = o3-mini infra/main.tf:7']);
  });

  test.each([
    ['on a condition', resource('"chat"', '"o3-mini"').replace('name ', 'count = var.deploys ? 1 : 0\n  name ')],
    ['in locals', `locals {\n  models = { "chat" = "o3-mini" }\n}\n${resource('"chat"', 'local.models.chat')}`],
    [
      'behind comments and here documents',
      `# {\n// [\n/* ( */\noutput "x" {\n  value = <<-EOT\n  }} "\n  EOT\n}\n${resource('"chat"', '"o3-mini"')}`,
    ],
    ['after a file that is broken above it', `x = (\n"\n}}]\n${resource('"chat"', '"o3-mini"')}`],
  ])('counts %s', (_, text) => {
    expect(foundIn({ 'a.tf': text }).map((line) => line.split(' a.tf')[0])).toEqual(['chat = o3-mini']);
  });

  test('of the azapi provider counts, also with its body encoded', () => {
    const azapi = (body: string) => `resource "azapi_resource" "chat" {
  type      = "Microsoft.CognitiveServices/accounts/deployments@2024-10-01"
  name      = "chat"
  parent_id = azurerm_cognitive_account.openai.id
  body      = ${body}
}`;
    const body = '{\n    properties = { model = { format = "OpenAI", name = "o3-mini" } }\n  }';
    expect(foundIn({ 'a.tf': azapi(body) })).toEqual(['chat = o3-mini a.tf:6']);
    expect(foundIn({ 'a.tf': azapi(`jsonencode(${body})`) })).toEqual(['chat = o3-mini a.tf:6']);
    expect(foundIn({ 'a.tf': azapi(body).replace('/deployments@', '/raiPolicies@') })).toEqual([]);
  });

  test.each([
    ['a name with a part that is not known', resource('"${var.prefix}-chat"', '"o3-mini"')],
    ['a choice', resource('"chat"', 'var.isProduction ? "o3-mini" : "gpt-4o"')],
    ['a call', resource('"chat"', 'lower("O3-MINI")')],
    ['a directive', resource('"chat"', '"%{ if true }o3-mini%{ endif }"')],
    ['a variable without a default', `variable "model" {\n  type = string\n}\n${resource('"chat"', 'var.model')}`],
    ['a local that is there twice', `locals {\n  m = { a = "o1", a = "o3" }\n}\n${resource('"chat"', 'local.m.a')}`],
    ['a comment', `/*\n${resource('"chat"', '"o3-mini"')}*/`],
    ['a here document', `x = <<EOF\n${resource('"chat"', '"o3-mini"')}EOF\n`],
    ['a data source', resource('"chat"', '"o3-mini"').replace('resource', 'data')],
    ['locals in a circle', `locals {\n  a = local.b\n  b = local.a\n}\n${resource('"chat"', 'local.a')}`],
  ])('says nothing with %s', (_, text) => {
    expect(foundIn({ 'a.tf': text })).toEqual([]);
  });
});

describe('for_each', () => {
  const block = (each: string, name: string, model: string) =>
    resource(name, model).replace('name ', `for_each = ${each}\n  name `);

  test('makes a deployment for each entry of a map that is written out', () => {
    const locals = 'locals {\n  all = {\n    chat = { model = "o3-mini" }\n    talk = { model = "gpt-4o" }\n  }\n}\n';
    expect(foundIn({ 'a.tf': locals + block('local.all', 'each.key', 'each.value.model') })).toEqual([
      'chat = o3-mini a.tf:3',
      'talk = gpt-4o a.tf:4',
    ]);
  });

  test('makes one for each item of a set', () => {
    expect(foundIn({ 'a.tf': block('toset(["o1", "o3"])', 'each.key', 'each.value') })).toEqual([
      'o1 = o1 a.tf:2',
      'o3 = o3 a.tf:2',
    ]);
  });

  test('over a default is no fact, over something unknown it says nothing', () => {
    const variable = 'variable "all" {\n  default = { chat = "o3-mini" }\n}\n';
    expect(foundIn({ 'a.tf': variable + block('var.all', 'each.key', 'each.value') })).toEqual([
      'chat = o3-mini a.tf:2 ?',
    ]);
    expect(foundIn({ 'a.tf': block('var.all', '"chat"', '"o3-mini"') })).toEqual([]);
  });
});

describe('a folder', () => {
  const variable = 'variable "model" {\n  default = "gpt-4o"\n}\n';

  test('is one scope: locals and defaults of its other files count, those of other folders do not', () => {
    const files = {
      'a/main.tf': resource('"chat"', 'var.model'),
      'a/variables.tf': variable,
      'b/main.tf': resource('"talk"', 'var.model'),
    };
    expect(foundIn(files)).toEqual(['chat = gpt-4o a/variables.tf:2 ?']);
  });

  test('has the values of its variable files, while they agree', () => {
    const files = { 'main.tf': variable + resource('"chat"', 'var.model'), 'dev.tfvars': 'model = "o1"\n' };
    expect(foundIn(files)).toEqual(['chat = o1 dev.tfvars:1 ?']);
    expect(foundIn({ ...files, 'prod.tfvars': 'model = "o3"\n' })).toEqual([]);
  });

  test('that is used as a module gets what is given to it', () => {
    const main = 'module "openai" {\n  source = "./modules/openai/"\n  model  = "o3-mini"\n}\n';
    const files = { 'infra/modules/openai/main.tf': variable + resource('"chat"', 'var.model') };
    expect(foundIn({ 'infra/main.tf': main, ...files })).toEqual(['chat = o3-mini infra/main.tf:3']);
  });
});

test('a module of a registry is believed where it is asked for deployments, as a list or as a map', () => {
  const main = `module "openai" {
  source = "Azure/avm-res-cognitiveservices-account/azurerm"
  cognitive_deployments = {
    "first" = { name = "chat", model = { format = "OpenAI", name = "o3-mini" } }
  }
  other_deployments = [
    { name = "talk", model = { format = "OpenAI", name = "gpt-4o" } },
  ]
}`;
  expect(foundIn({ 'main.tf': main })).toEqual(['chat = o3-mini main.tf:4', 'talk = gpt-4o main.tf:7']);
});
