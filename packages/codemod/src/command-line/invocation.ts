import type { MockRequest } from '../commands/mock.ts';
import type { InputRequest, MigrateRequest, Request } from '../commands/request.ts';
import type { VerifyRequest } from '../commands/verify.ts';

/** What a command line asks for. */
export type Invocation =
  | { readonly command: 'migrate'; readonly request: MigrateRequest; readonly namesNoPath: boolean }
  | { readonly command: 'check'; readonly request: Request }
  | { readonly command: 'migrate-input' | 'check-input'; readonly request: InputRequest }
  | { readonly command: 'explain'; readonly rule: string | undefined }
  | { readonly command: 'verify'; readonly request: VerifyRequest }
  | { readonly command: 'mock'; readonly request: MockRequest };

/** Takes what a command line asks for. */
export type Ask = (invocation: Invocation) => void;
