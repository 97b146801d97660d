/** An HTTP request as the program meant it, wherever it was received. */
export interface WireRequest {
  readonly method: string;
  /** Absolute, with the origin that the program asked for and not the one that answered. */
  readonly url: string;
  /** Names in lower case, in the order of arrival; a name may stand more than once. */
  readonly headers: readonly WireHeader[];
  readonly body: Uint8Array;
  /** What the program sent over an upgraded connection, message by message; absent for plain HTTP. */
  readonly messages?: readonly string[];
}

/** A header's name in lower case, and its value. */
export type WireHeader = readonly [name: string, value: string];

/** What a server answered, as far as a comparison needs it. */
export interface WireAnswer {
  readonly status: number;
  /** The `error` object of a refusal. */
  readonly error?: ServiceError;
  /** What a request with a credential that nobody knows would have been refused for, had it been known. */
  readonly refusedBesides?: ServiceError;
}

/** The `error` object of an answer of the service. */
export interface ServiceError {
  readonly code: string;
  readonly message: string;
  readonly param?: string;
  readonly type?: string;
}

/** A request and what was answered. */
export interface Exchange {
  readonly request: WireRequest;
  readonly answer: WireAnswer;
}

/** How a program, or the part of it that was watched, ended. */
export interface ProgramOutcome {
  /** An exit code, or the name of the signal that ended it; 0 where there was no process. */
  readonly exit: number | string;
  readonly stdout: string;
  /** What the program answered, as JSON text; absent where it only prints. */
  readonly result?: string;
  /** The error that it ended with. */
  readonly error?: ProgramError;
}

/** An error, as far as programs tell errors apart. */
export interface ProgramError {
  /** The name of its class. */
  readonly name: string;
  readonly message: string;
  readonly status?: number;
  readonly code?: string;
}

/** Everything that one run of a program showed to the outside, requests in the order of arrival. */
export interface Traffic {
  readonly exchanges: readonly Exchange[];
  readonly outcome: ProgramOutcome;
}

/** The first value of a header; the name is in lower case. */
export function headerOf(request: WireRequest, name: string): string | undefined {
  return request.headers.find(([candidate]) => candidate === name)?.[1];
}
