import { mistake, type MigrationCase } from './wrong-migrations.ts';

const before = `
const url = 'https://contoso.openai.azure.com/openai/deployments/support%20chat/chat/completions?api-version=2024-10-21&trace=on';
const response = await fetch(url, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'api-key': process.env.SUPPORT_KEY, 'x-team': 'support' },
  body: JSON.stringify({ messages: [{ role: 'user', content: 'Where is my parcel?' }] }),
});
print(response.status);
return (await response.json()).id;
`;

const right = before
  .replace('deployments/support%20chat', 'v1')
  .replace('api-version=2024-10-21&', '')
  .replace('{ messages', "{ model: 'support chat', messages");

const body = "JSON.stringify({ model: 'support chat', messages: [{ role: 'user', content: 'Where is my parcel?' }] })";

/** Mistakes in a request that is made without an SDK. */
export const requestCase: MigrationCase = {
  name: 'a request without an SDK',
  before,
  right,
  wrong: [
    mistake(right, 'the model stays encoded', ['model-changed', 'answer'], ["'support chat'", "'support%20chat'"]),
    mistake(right, 'the model is not added', ['model-missing', 'answer'], ["model: 'support chat', ", '']),
    mistake(
      right,
      'the version stays',
      ['api-version', 'answer', 'stdout', 'result'],
      ['?trace', '?api-version=2024-10-21&trace'],
    ),
    mistake(right, 'the query goes with the version', 'query', ['?trace=on', '']),
    mistake(right, 'only the version goes', ['api-version', 'answer'], ['v1/chat', 'deployments/support%20chat/chat']),
    mistake(right, 'the key is lost', ['credential-lost', 'answer'], ["'api-key': process.env.SUPPORT_KEY, ", '']),
    mistake(right, 'the key is empty', ['credential-lost', 'answer'], ['process.env.SUPPORT_KEY', "''"]),
    mistake(right, 'Bearer is forgotten', 'credential-changed', ["'api-key': ", "authorization: 'Bear ' + "]),
    mistake(right, 'Bearer stands twice', 'credential-changed', ["'api-key': ", "authorization: 'Bearer Bearer ' + "]),
    mistake(right, 'a header is lost', 'header-lost', [", 'x-team': 'support'", '']),
    mistake(right, 'the content type is another', 'header-changed', ["'application/json'", "'text/plain'"]),
    mistake(right, 'the method is another', 'method', ["method: 'POST'", "method: 'PUT'"]),
    mistake(right, 'the body is lost', 'body-lost', [`  body: ${body},\n`, '']),
    mistake(right, 'the body is a form', 'body-encoding', [
      body,
      "new URLSearchParams({ model: 'support chat', messages: 'x' })",
    ]),
    mistake(right, 'the body is encoded twice', 'body-changed', [body, `JSON.stringify(${body})`]),
    {
      name: 'the model goes to the query',
      kinds: ['model-missing', 'query'],
      text: right.replace("model: 'support chat', ", '').replace('?trace=on', '?trace=on&model=support%20chat'),
    },
    mistake(right, 'it goes to OpenAI', 'leak', ['https://contoso.openai.azure.com/openai', 'https://api.openai.com']),
    mistake(right, 'a slash too many at the end', 'path', ['completions?', 'completions/?']),
    mistake(right, 'the request is repeated', 'request-added', [
      'const response',
      `await fetch(url, { headers: { 'api-key': 'placeholder-key-1' } });\nconst response`,
    ]),
  ],
};

const assistants = `
const url = 'https://contoso.openai.azure.com/openai/assistants?api-version=2024-10-21';
const headers = { 'content-type': 'application/json', 'api-key': process.env.SUPPORT_KEY };
const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ model: 'gpt-4o' }) });
return response.status;
`;

/** An operation that has no v1 form: the only right migration is none. */
export const assistantsCase: MigrationCase = {
  name: 'an operation that has no v1 form',
  before: assistants,
  right: assistants,
  wrong: [
    {
      name: 'it is moved all the same',
      kinds: ['no-v1-form', 'result'],
      text: assistants.replace('/openai/assistants?api-version=2024-10-21', '/openai/v1/assistants'),
    },
  ],
};
