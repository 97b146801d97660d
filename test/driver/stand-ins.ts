/** What stands in for a package that projects import and that is not installed here. */
interface StandIn {
  /** What it declares; absent where everything may be any. */
  readonly types?: string;
  /** What it does, as a CommonJS module; absent where it is never run. */
  readonly code?: string;
}

/** The packages, as far as the projects use them. */
export const standIns: Readonly<Record<string, StandIn>> = {
  '@azure/functions': {
    types: `
      export interface HttpRequest { json(): Promise<unknown>; text(): Promise<string> }
      export interface HttpResponseInit { body?: string; jsonBody?: unknown }
      export interface InvocationContext { log(...words: unknown[]): void }
      interface HttpOptions {
        methods: string[];
        authLevel: string;
        handler: (request: HttpRequest, context: InvocationContext) => Promise<HttpResponseInit>;
      }
      export const app: { http(name: string, options: HttpOptions): void };`,
    code: `exports.app = { handlers: {}, http(name, { handler }) { this.handlers[name] = handler; } };`,
  },
  '@azure/identity': {
    types: `
      export class DefaultAzureCredential {}
      export function getBearerTokenProvider(credential: DefaultAzureCredential, scope: string): () => Promise<string>;`,
  },
  '@nestjs/common': {
    code: `
      for (const name of ['Body', 'Controller', 'Inject', 'Injectable', 'Module', 'Post']) exports[name] = () => () => {};`,
  },
  '@nestjs/config': {
    types: `
      export class ConfigModule {}
      export class ConfigService {
        get<Value>(name: string, fallback: Value): Value;
        getOrThrow<Value>(name: string): Value;
      }`,
    code: `
      exports.ConfigModule = class ConfigModule {};
      exports.ConfigService = class ConfigService {
        get(name, fallback) { return process.env[name] ?? fallback; }
        getOrThrow(name) { return process.env[name]; }
      };`,
  },
  axios: {},
  express: {
    types: `
      export interface Request { body: any; query: any }
      export interface Response { json(body: unknown): void }
      type Handler = (request: Request, response: Response) => Promise<void>;
      export function Router(): { get(path: string, handler: Handler): void; post(path: string, handler: Handler): void };
      declare const express: any;
      export default express;`,
    code: `
      exports.Router = () => ({
        handlers: {},
        get(path, handler) { this.handlers['get ' + path] = handler; },
        post(path, handler) { this.handlers['post ' + path] = handler; },
      });`,
  },
  msw: {},
  'next/server': { code: `exports.NextResponse = { json: (body, init) => Response.json(body, init) };` },
  nock: {},
  'server-only': { code: '' },
  'trace-everything': {
    code: `
      exports.callTraced = async (client, path, content) => {
        const names = path.split('.');
        const method = names.pop();
        const target = names.reduce((value, name) => value[name], client);
        const reply = await target[method]({ model: 'gpt-4o', messages: [{ role: 'user', content }] });
        return reply.choices[0].message.content;
      };`,
  },
  vitest: {},
  vscode: {
    types: `
      export interface SecretStorage { get(key: string): Promise<string | undefined> }
      export interface ExtensionContext { secrets: SecretStorage; subscriptions: unknown[] }
      export const commands: any;
      export const env: any;
      export const workspace: any;`,
  },
  zod: {
    code: `
      const rule = (fallback) => ({
        url: () => rule(fallback),
        min: () => rule(fallback),
        default: rule,
        parse: (value) => value ?? fallback,
      });
      exports.z = {
        string: () => rule(undefined),
        object: (rules) => ({
          parse: (values) => Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, rule.parse(values[name])])),
        }),
      };`,
  },
};
