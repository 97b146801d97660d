import { mistake, type MigrationCase } from './wrong-migrations.ts';

const options = `
  endpoint: 'https://contoso.openai.azure.com/',
  apiKey: process.env.SUPPORT_KEY,
  apiVersion: '2024-10-21',
  deployment: 'support-chat',
`;
const v1Options = `
  baseURL: 'https://contoso.openai.azure.com/openai/v1/',
  apiKey: process.env.SUPPORT_KEY,
`;
const start = "const { AzureOpenAI } = require('openai');\nconst client = new AzureOpenAI({";
const v1Start = "const { OpenAI } = require('openai');\nconst client = new OpenAI({";

const resourceCalls = `
const { id } = await client.responses.create({ model: 'gpt-4o', input: 'Where is my parcel?' }, { timeout: 4000 });
const file = new File(['{"custom_id":"1"}'], 'lines.jsonl', { type: 'application/jsonl' });
const uploaded = await client.files.create({ file, purpose: 'batch' });
const batch = await client.batches.create({
  input_file_id: uploaded.id, endpoint: '/chat/completions', completion_window: '24h',
});
const found = await client.files.retrieve(uploaded.id);
return [id, uploaded.id, batch.id, found.id];
`;

const resourceBefore = `${start}${options.replace('azure.com/', 'azure.com')}});${resourceCalls}`;
const resourceRight = `${v1Start}${v1Options}});${resourceCalls}`;

/** Mistakes in operations that never had the deployment in their path. */
export const resourceCase: MigrationCase = {
  name: 'responses, files and batches',
  before: resourceBefore,
  right: resourceRight,
  wrong: [
    mistake(resourceRight, 'the deployment overwrites the model of responses', 'model-overwritten', [
      "model: 'gpt-4o'",
      "model: 'support-chat'",
    ]),
    mistake(resourceRight, 'the model of responses is lost', 'model-missing', ["model: 'gpt-4o', ", '']),
    mistake(resourceRight, 'batches get a model', 'body-added', [
      'input_file_id: uploaded.id,',
      "input_file_id: uploaded.id, model: 'support-chat',",
    ]),
    mistake(resourceRight, 'the endpoint of a batch is changed', 'body-changed', [
      "endpoint: '/chat/completions'",
      "endpoint: '/v1/chat/completions'",
    ]),
    mistake(resourceRight, 'the purpose of a file is changed', 'body-changed', [
      "purpose: 'batch'",
      "purpose: 'assistants'",
    ]),
    mistake(resourceRight, 'the content of a file is changed', 'body-changed', ['"custom_id":"1"', '"custom_id":"2"']),
    mistake(resourceRight, 'the name of a file is changed', 'body-changed', ['lines.jsonl', 'other.jsonl']),
    mistake(resourceRight, 'a field is added to a form', 'body-added', [
      "purpose: 'batch'",
      "purpose: 'batch', expires_after: { anchor: 'created_at', seconds: 3600 }",
    ]),
    mistake(resourceRight, 'the time limit of a request is changed', 'timeout', ['timeout: 4000', 'timeout: 40000']),
    mistake(resourceRight, 'the time limit of a request is lost', 'timeout', [', { timeout: 4000 }', '']),
    mistake(resourceRight, 'another file is asked for', 'path', ['retrieve(uploaded.id)', "retrieve('file-2')"]),
    mistake(resourceRight, 'a request is left out', 'request-missing', [
      'const found = await client.files.retrieve(uploaded.id)',
      'const found = uploaded',
    ]),
    mistake(resourceRight, 'files with a model as their query', 'query', [
      'retrieve(uploaded.id)',
      "retrieve(uploaded.id, { query: { model: 'support-chat' } })",
    ]),
  ],
};

const scopedCalls = (model: string) => `
const vectors = await client.embeddings.create({ model: 'vectors', input: ['one', 'two'], dimensions: 8 });
const file = new File(['sound'], 'call.wav', { type: 'audio/wav' });
const heard = await client.audio.transcriptions.create({ ${model}file, language: 'de', response_format: 'json' });
return [vectors.data.length, heard.text];
`;

const scopedBefore = `${start}${options.replace("azure.com/'", "azure.com'").replace("  deployment: 'support-chat',\n", '')}});${scopedCalls("model: 'ears', ")}`;
const scopedRight = `${v1Start}${v1Options}});${scopedCalls("model: 'ears', ")}`;

/** Mistakes in operations whose path named the model of the call. */
export const scopedCase: MigrationCase = {
  name: 'embeddings and forms without a deployment of the client',
  before: scopedBefore,
  right: scopedRight,
  wrong: [
    mistake(scopedRight, 'the model of a form is changed', 'model-changed', ["model: 'ears'", "model: 'whisper'"]),
    mistake(scopedRight, 'the model of a form is lost', 'model-missing', ["model: 'ears', ", '']),
    mistake(scopedRight, 'a field of a form is lost', 'body-lost', ["language: 'de', ", '']),
    mistake(scopedRight, 'the sound is another', 'body-changed', ["['sound']", "['noise']"]),
    mistake(scopedRight, 'an input is lost', 'body-lost', ["['one', 'two']", "['one']"]),
    mistake(scopedRight, 'a number is lost', 'body-lost', [', dimensions: 8', '']),
    mistake(scopedRight, 'a form becomes JSON', 'body-encoding', [
      "client.audio.transcriptions.create({ model: 'ears', file, language: 'de', response_format: 'json' })",
      "client.post('/audio/transcriptions', { body: { model: 'ears', file: 'sound', language: 'de', response_format: 'json' } })",
    ]),
  ],
};

const reasoningBefore = `${start}${options.replace("azure.com/'", "azure.com'").replace('support-chat', 'reasoner')}});
const messages = [{ role: 'user', content: 'Where is my parcel?' }];
const { usage } = await client.chat.completions.create({ model: 'o4-mini', messages, max_tokens: 900 });
return usage;
`;
const reasoningRight = reasoningBefore
  .replace(start, v1Start)
  .replace(/\n {2}endpoint[^}]*/, v1Options)
  .replace("'o4-mini'", "'reasoner'")
  .replace('max_tokens', 'max_completion_tokens');

/** Mistakes with the limit of a reasoning model, which refuses the old name. */
export const reasoningCase: MigrationCase = {
  name: 'the limit of a reasoning model',
  before: reasoningBefore,
  right: reasoningRight,
  wrong: [
    mistake(reasoningRight, 'the limit gets another value', 'body-changed', ['900', '4000']),
    mistake(reasoningRight, 'the limit gets the name of another operation', 'body-added', [
      'max_completion_tokens',
      'max_output_tokens',
    ]),
    mistake(reasoningRight, 'the limit is dropped', ['body-lost', 'mended'], [', max_completion_tokens: 900', '']),
    mistake(reasoningRight, 'the limit stays with the model of the call', 'model-changed', ["'reasoner'", "'o4-mini'"]),
  ],
};

const halfMigrated = `${start}
  baseURL: 'https://contoso.openai.azure.com/openai/v1/',
  apiKey: process.env.SUPPORT_KEY,
  apiVersion: '2024-10-21',
});
const messages = [{ role: 'user', content: 'Where is my parcel?' }];
try {
  return (await client.chat.completions.create({ model: 'support-chat', messages })).id;
} catch (error) {
  return error.status;
}
`;

/** A program that the service refuses has no right migration: every one changes what it does. */
export const halfMigratedCase: MigrationCase = {
  name: 'a client that was moved by half',
  before: halfMigrated,
  right: halfMigrated,
  wrong: [
    {
      name: 'the move is finished',
      kinds: ['mended'],
      text: halfMigrated.replaceAll('AzureOpenAI', 'OpenAI').replace("  apiVersion: '2024-10-21',\n", ''),
    },
  ],
};
