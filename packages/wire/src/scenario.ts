/**
 * What a server makes a client live through: nothing odd (`ok`), one 429 and then answers (`limited-once`), 429 for ever
 * (`limited`), 401 for every credential (`unauthorized`), or answers that arrive in pieces cut at odd places (`stream`).
 */
export const scenarios = ['ok', 'limited-once', 'limited', 'unauthorized', 'stream'] as const;

/** One of `scenarios`. */
export type Scenario = (typeof scenarios)[number];
