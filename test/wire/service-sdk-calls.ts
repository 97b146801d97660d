import type OpenAI from 'openai';
import { toFile } from 'openai';

/** A call of the SDK, in words that every release from 4.104.0 on understands. */
export type SdkCall = (client: OpenAI) => Promise<unknown>;

const messages: OpenAI.ChatCompletionMessageParam[] = [{ role: 'user', content: 'How far is the moon?' }];
const question = { model: 'chat-prod', messages };
const parameters = {
  type: 'object',
  properties: { city: { type: 'string' }, days: { type: 'integer' } },
  required: ['city', 'days'],
  additionalProperties: false,
};
const tools: OpenAI.ChatCompletionTool[] = [{ type: 'function', function: { name: 'forecast', parameters } }];

/** Calls that the SDK sends below a deployment when it has the legacy API. */
export const scopedCalls: Readonly<Record<string, SdkCall>> = {
  chat: (client) => client.chat.completions.create(question),
  'chat with several choices': (client) => client.chat.completions.create({ ...question, n: 3, logprobs: true }),
  'chat with tools': (client) => client.chat.completions.create({ ...question, tools }),
  'chat with a schema': (client) =>
    client.chat.completions.create({
      ...question,
      response_format: { type: 'json_schema', json_schema: { name: 'forecast', schema: parameters, strict: true } },
    }),
  'chat as a stream': async (client) =>
    collect(
      await client.chat.completions.create({ ...question, stream: true, stream_options: { include_usage: true } }),
    ),
  'chat as a stream with tools': async (client) =>
    collect(await client.chat.completions.create({ ...question, stream: true, tools })),
  completions: (client) => client.completions.create({ model: 'instruct', prompt: ['One', 'Two'], n: 2 }),
  'completions as a stream': async (client) =>
    collect(await client.completions.create({ model: 'instruct', prompt: 'One', stream: true })),
  embeddings: (client) => client.embeddings.create({ model: 'vectors', input: ['One', 'Two'] }),
  'embeddings as numbers': (client) =>
    client.embeddings.create({ model: 'vectors', input: 'One', encoding_format: 'float', dimensions: 8 }),
  'images.generate': (client) => client.images.generate({ model: 'pictures', prompt: 'The moon', n: 2 }),
  'audio.speech': async (client) => {
    const speech = await client.audio.speech.create({ model: 'voice', input: 'Good evening', voice: 'alloy' });
    return [speech.headers.get('content-type'), Buffer.from(await speech.arrayBuffer()).toString('hex')];
  },
  'audio.transcriptions': async (client) => client.audio.transcriptions.create({ model: 'ears', file: await sound() }),
  'audio.transcriptions in words': async (client) =>
    client.audio.transcriptions.create({
      model: 'ears',
      file: await sound(),
      response_format: 'verbose_json',
      timestamp_granularities: ['word', 'segment'],
    }),
  'audio.translations': async (client) =>
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- OpenAI's own service gives it up, Azure's does not
    client.audio.translations.create({ model: 'ears', file: await sound(), response_format: 'text' }),
};

/** Calls that name no deployment in the path. */
export const resourceCalls: Readonly<Record<string, SdkCall>> = {
  responses: (client) => client.responses.create({ model: 'chat-prod', input: 'How far is the moon?' }),
  'responses with tools': (client) =>
    client.responses.create({
      model: 'chat-prod',
      input: 'How is the weather?',
      tools: [{ type: 'function', name: 'forecast', parameters, strict: true }],
    }),
  'responses as a stream': async (client) =>
    collect(await client.responses.create({ model: 'chat-prod', input: 'How far is the moon?', stream: true })),
  'responses.retrieve': (client) => client.responses.retrieve('resp_1'),
  'responses.inputItems': (client) => listed(client.responses.inputItems.list('resp_1')),
  'files.create': async (client) =>
    client.files.create({ file: await toFile(Buffer.from('{"a":1}\n'), 'data.jsonl'), purpose: 'batch' }),
  'files.list': (client) => listed(client.files.list()),
  'files.retrieve': (client) => client.files.retrieve('file-1'),
  'files.content': async (client) => (await client.files.content('file-1')).text(),
  'batches.create': (client) =>
    client.batches.create({ endpoint: '/v1/chat/completions', completion_window: '24h', input_file_id: 'file-1' }),
  'batches.retrieve': (client) => client.batches.retrieve('batch_1'),
  'batches.list': (client) => listed(client.batches.list({ limit: 1 })),
  'models.list': (client) => listed(client.models.list()),
  'vectorStores.create': (client) => client.vectorStores.create({ name: 'papers' }),
  'vectorStores.search': (client) => listed(client.vectorStores.search('vs_1', { query: 'moon' })),
  'vectorStores.files.createAndPoll': (client) =>
    client.vectorStores.files.createAndPoll('vs_1', { file_id: 'file-1' }),
  'fineTuning.jobs.create': (client) =>
    client.fineTuning.jobs.create({ model: 'gpt-4o-mini', training_file: 'file-1' }),
  'fineTuning.jobs.list': (client) => listed(client.fineTuning.jobs.list()),
};

/** Everything that a stream or a list brings, in order. */
export async function collect<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

async function listed<Item>(items: PromiseLike<AsyncIterable<Item>>): Promise<readonly Item[]> {
  return collect(await items);
}

function sound(): Promise<File> {
  return toFile(Buffer.from('RIFF-bytes'), 'sound.wav');
}
