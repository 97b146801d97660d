/** A way in which the traffic of a migrated program may fail to mean what it meant before. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** What was, what is and what to do; no credential stands in it. */
  readonly sentence: string;
  /** The place of the exchange in the traffic before. */
  readonly before?: number;
  /** The place of the exchange in the traffic after. */
  readonly after?: number;
  /** The header, query parameter, property or part that differs. */
  readonly where?: string;
}

/** What a kind of difference means, and what to do about it. */
export interface DifferenceMeaning {
  readonly meaning: string;
  readonly advice: string;
}

/** Every kind of difference, from the request's address over its credential and body to the program's outcome. */
export const differenceKinds = {
  leak: {
    meaning: 'A request, and with it the credential, goes to a host that is not Azure OpenAI.',
    advice: 'Set `baseURL` to the Azure endpoint with `/openai/v1/`',
  },
  origin: {
    meaning: 'A request goes to another scheme, host or port.',
    advice: 'Keep the endpoint that the program used before',
  },
  method: { meaning: 'A request uses another HTTP method.', advice: 'Use the method that was used before' },
  path: {
    meaning: 'A request asks for another operation, or stands elsewhere on the host.',
    advice: 'Send it to `/openai/v1/` followed by the operation',
  },
  'double-slash': {
    meaning: 'The path has an empty segment, which the service does not find.',
    advice: 'Take the slash off the end of the endpoint before `/openai/v1/` is put behind it',
  },
  'doubled-path': {
    meaning: 'A part of the path such as `/openai` or `/v1` stands there twice.',
    advice: 'Put `/openai/v1/` behind the bare endpoint once',
  },
  'deployment-in-path': {
    meaning: 'The path on the v1 API names a deployment.',
    advice: 'Use `OpenAI` and send the deployment as `model`',
  },
  'no-v1-form': {
    meaning: 'A request left the dated API for the v1 API, which has nothing that means the same.',
    advice: 'Leave this request as it was',
  },
  'api-version': {
    meaning: 'The `api-version` is there where it must not be, is missing where it must be, or is another.',
    advice: 'Send none on the v1 API, and the same as before on the dated API',
  },
  query: {
    meaning: 'A query parameter is lost, added or changed.',
    advice: 'Keep all query parameters but `api-version`',
  },
  'header-lost': { meaning: 'A header is not sent any more.', advice: 'Carry it over, as in `defaultHeaders`' },
  'header-added': { meaning: 'A header is sent that was not sent before.', advice: 'Take it away' },
  'header-changed': { meaning: 'A header has another value.', advice: 'Keep its value' },
  'credential-lost': {
    meaning: 'A request carries no credential, or one credential fewer.',
    advice: 'Pass the credential that was used before as `apiKey`',
  },
  'credential-added': {
    meaning: 'A request carries a credential that was not sent before.',
    advice: 'Send one credential only, the one from before',
  },
  'credential-changed': {
    meaning: 'A request carries another credential.',
    advice: 'Read the credential from where it was read before; spaces around it count',
  },
  'token-frozen': {
    meaning: 'The token provider was asked for every request, and now one token serves them all until it expires.',
    advice: 'Pass the provider itself as `apiKey` and not what it returns',
  },
  'token-source': {
    meaning: 'The source text of a function is sent as the token.',
    advice: 'Update the `openai` package to 5.18.0 or newer before a function becomes the `apiKey`',
  },
  'model-missing': {
    meaning: 'A request names no `model`, where the path named the deployment before.',
    advice: 'Send the deployment as `model`',
  },
  'model-changed': {
    meaning: 'The `model` is not the deployment that answered before.',
    advice: 'Send the deployment as `model`, whatever `model` said before',
  },
  'model-overwritten': {
    meaning: 'The `model` of an operation that never had the deployment in its path is replaced.',
    advice: 'Keep the `model` of responses, files, batches and their like',
  },
  'body-lost': { meaning: 'The body, or a part of it, is not sent any more.', advice: 'Send it as before' },
  'body-added': { meaning: 'The body has something that was not sent before.', advice: 'Take it away' },
  'body-changed': { meaning: 'Something in the body has another value.', advice: 'Keep its value' },
  'body-encoding': {
    meaning: 'The body is encoded differently, as a form instead of JSON.',
    advice: 'Keep the encoding',
  },
  message: {
    meaning: 'A message over the WebSocket is lost, added or changed.',
    advice: 'Send the same messages in the same order',
  },
  timeout: {
    meaning: 'The client waits for another time before it gives up.',
    advice: 'Carry `timeout` over',
  },
  retries: { meaning: 'A request is tried again more or less often.', advice: 'Carry `maxRetries` over' },
  'request-missing': { meaning: 'A request is not sent any more.', advice: 'Look for the call that is gone or fails' },
  'request-added': { meaning: 'A request is sent that was not sent before.', advice: 'Look for the call that is new' },
  answer: {
    meaning: 'The service answers a request with another status or error.',
    advice: 'Look at the other differences of this request first',
  },
  mended: {
    meaning: 'The service refused a request before and accepts it now, so what the program does next is not compared.',
    advice: 'Make sure that this is wanted',
  },
  result: { meaning: 'The program comes to another result.', advice: 'Look at the requests first' },
  error: {
    meaning: 'The program ends with an error, without one, or with another one.',
    advice: 'Look at the requests first; code that catches errors may behave differently',
  },
  stdout: { meaning: 'The program prints something else.', advice: 'Look at the requests first' },
  exit: { meaning: 'The program ends with another exit code or signal.', advice: 'Look at its error output' },
} as const satisfies Record<string, DifferenceMeaning>;

/** One of `differenceKinds`. */
export type DifferenceKind = keyof typeof differenceKinds;

/** A difference without its place in the traffic and without the advice of its kind. */
export interface Finding {
  readonly kind: DifferenceKind;
  /** What was and what is, in words that follow each other; a semicolon and the advice come after them. */
  readonly text: string;
  readonly where?: string;
}

/** A finding about something that has a place, with what it was and what it is; `name` is the place in words. */
export function changed(kind: DifferenceKind, where: string, before: string, after: string, name = where): Finding {
  return { kind, where, text: `${name} was ${before} and is ${after}` };
}
