import childProcess, { ChildProcess } from 'node:child_process';

type Call = (...words: unknown[]) => unknown;

/** Makes child processes of Node.js load a module ahead of their program, whatever environment they are given. */
export function redirectChildren(preload: string): void {
  const spawn = Reflect.get(ChildProcess.prototype, 'spawn') as Call;
  Object.assign(ChildProcess.prototype, {
    spawn(this: ChildProcess, options: { envPairs?: readonly string[] }) {
      return Reflect.apply(spawn, this, [{ ...options, envPairs: addToPairs(options.envPairs ?? [], preload) }]);
    },
  });
  for (const name of ['spawnSync', 'execSync', 'execFileSync'] as const) {
    const original = childProcess[name] as Call;
    const replacement = (...words: unknown[]) =>
      whilePreloading(preload, () => original(...words.map((word) => withPreload(word, preload))));
    Object.assign(childProcess, { [name]: replacement });
  }
}

/** Adds the module to the Node.js options of an environment, once. */
export function preloadOptions(options: string | undefined, preload: string): string {
  if (options?.includes(preload) === true) return options;
  return `--import=${preload}${options === undefined ? '' : ` ${options}`}`;
}

function addToPairs(pairs: readonly string[], preload: string): readonly string[] {
  const prefix = 'NODE_OPTIONS=';
  const own = pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length);
  return [...pairs.filter((pair) => !pair.startsWith(prefix)), `${prefix}${preloadOptions(own, preload)}`];
}

/** A call without `env` hands on the environment of this process, from which the program may have taken the module. */
function whilePreloading(preload: string, act: () => unknown): unknown {
  const own = process.env['NODE_OPTIONS'];
  process.env['NODE_OPTIONS'] = preloadOptions(own, preload);
  try {
    return act();
  } finally {
    if (own === undefined) delete process.env['NODE_OPTIONS'];
    else process.env['NODE_OPTIONS'] = own;
  }
}

function withPreload(word: unknown, preload: string): unknown {
  if (typeof word !== 'object' || word === null || !('env' in word)) return word;
  const env = (word.env ?? process.env) as NodeJS.ProcessEnv;
  return { ...word, env: { ...env, NODE_OPTIONS: preloadOptions(env['NODE_OPTIONS'], preload) } };
}
