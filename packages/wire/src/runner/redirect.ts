import { observeTimeouts } from '../compare/observe-timeouts.ts';
import { reportUncaughtError } from './report-error.ts';
import { redirectEverything } from './redirect-everything.ts';

// Node loads this module ahead of a program, by `--import`. Its URL says where to connect to and who wants to know errors.
const { href, searchParams } = new URL(import.meta.url);
globalThis.fetch = observeTimeouts(globalThis.fetch);
redirectEverything({ port: Number(searchParams.get('port')), preload: href });
reportUncaughtError(Number(searchParams.get('runner')));
