import { fileURLToPath } from 'node:url';
import workerThreads, { type WorkerOptions } from 'node:worker_threads';
import type { Redirection } from './redirect-everything.ts';

const redirectModule = fileURLToPath(new URL('redirect-everything.js', import.meta.url));

/** Makes worker threads redirect their connections too, those that get their code as a text and those without environment. */
export function redirectWorkers(redirection: Redirection): void {
  const { Worker } = workerThreads;
  class RedirectedWorker extends Worker {
    constructor(program: string | URL, options: WorkerOptions = {}) {
      super(
        options.eval === true ? `${redirectingCode(redirection)}${String(program)}` : program,
        keepPreload(options, redirection.preload),
      );
    }
  }
  Object.defineProperty(RedirectedWorker, 'name', { value: Worker.name });
  Object.assign(workerThreads, { Worker: RedirectedWorker });
}

/** Node.js loads no module ahead of code that comes as a text. */
function redirectingCode(redirection: Redirection): string {
  return `require(${JSON.stringify(redirectModule)}).redirectEverything(${JSON.stringify(redirection)});`;
}

/** Whatever environment a worker is given, its arguments load the module, and with it what redirects its own children. */
function keepPreload(options: WorkerOptions, preload: string): WorkerOptions {
  const { execArgv = process.execArgv } = options;
  return { ...options, execArgv: ['--import', preload, ...execArgv] };
}
