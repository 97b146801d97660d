import { spawn, type ChildProcess } from 'node:child_process';
import { readPipe } from './read-pipe.ts';
import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import { get } from 'node:http';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type { Exchange, ProgramError, ProgramOutcome, Traffic } from '../traffic.ts';
import { endProcessGroup } from './process-group.ts';
import { preloadOptions } from './redirect-children.ts';
import { readReport } from './read-report.ts';
import { errorPipe } from './report-error.ts';

/** A program and the world that it sees. */
export interface Program {
  /** The file that Node.js runs. */
  readonly file: string;
  readonly arguments?: readonly string[];
  /** The working directory. */
  readonly folder: string;
  /** The folders whose names are shown as `.` in what the program says; without this, the working directory. */
  readonly hiddenFolders?: readonly string[];
  /** All variables: nothing of this process is handed on. */
  readonly environment: Readonly<Record<string, string>>;
  /** Modules that are loaded ahead of the program, such as a loader for TypeScript. */
  readonly imports?: readonly string[];
  readonly timeoutMilliseconds: number;
}

/** The server that a program is led to; an `AzureOpenAI` is one. */
export interface ProgramServer {
  readonly port: number;
  readonly exchanges: readonly Exchange[];
}

/** What a run showed, and what the program said on standard error, which is not compared. */
export interface ProgramRun extends Traffic {
  readonly stderr: string;
}

/** How long what has left the program's group may hold its pipes open, in milliseconds. */
const pipePatience = 1000;

/** Runs a program in a process of its own, with every connection led to the server, and tells what it did. */
export async function runProgram(program: Program, server: ProgramServer): Promise<ProgramRun> {
  const earlier = server.exchanges.length;
  const child = startProgram(program, server.port);
  const release = endProcessGroup(child);
  const deadline = AbortSignal.timeout(program.timeoutMilliseconds);
  deadline.addEventListener('abort', release);
  // What the program has started ends with it: a process that it left behind would hold the pipes open.
  child.once('exit', release);
  // Pipes that are still open keep this process alive by themselves until then.
  child.once('exit', () => setTimeout(closePipes, pipePatience, child).unref());
  const [output, [code, signal]] = await Promise.all([
    Promise.all([1, 2, errorPipe].map((pipe) => readPipe(child.stdio[pipe] as Readable))),
    once(child, 'close') as Promise<[number | null, string | null]>,
  ]);
  deadline.removeEventListener('abort', release);
  const timedOut = deadline.aborted;
  await letServerFinish(server.port);
  const hide = folderHider(program.hiddenFolders ?? [program.folder]);
  const [stdout = '', stderr = '', report = ''] = output.map(hide);
  const error = timedOut ? timeoutError(program) : readReport(report);
  const outcome: ProgramOutcome = { exit: code ?? signal ?? '', stdout, ...(error && { error }) };
  return { exchanges: server.exchanges.slice(earlier), outcome, stderr };
}

function startProgram(program: Program, port: number): ChildProcess {
  const hook = new URL('../../dist/runner/redirect.js', import.meta.url);
  hook.search = String(new URLSearchParams({ port: String(port), runner: String(process.pid) }));
  const { NODE_OPTIONS: own, ...environment } = program.environment;
  const imports = (program.imports ?? []).flatMap((specifier) => ['--import', specifier]);
  return spawn(process.execPath, [...imports, program.file, ...(program.arguments ?? [])], {
    cwd: program.folder,
    env: { ...environment, NODE_OPTIONS: preloadOptions(own, hook.href) },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
}

function closePipes({ stdio }: ChildProcess): void {
  for (const pipe of stdio) pipe?.destroy();
}

/** What the program sent last is read by the server before it answers a request that was made later. */
async function letServerFinish(port: number): Promise<void> {
  const [answer] = (await once(get({ host: '127.0.0.1', port, path: '/_wire/log', agent: false }), 'response')) as [
    Readable,
  ];
  await once(answer.resume(), 'close');
}

/** Two runs in two folders should say the same, so the names of the folders are taken out of what they say. */
function folderHider(folders: readonly string[]): (text: string) => string {
  const paths = folders.flatMap((folder) => [realpathSync(folder), folder]).filter((name) => name.length > 1);
  const names = new Set(paths.flatMap((path) => [path, pathToFileURL(path).pathname]));
  const longestFirst = [...names].toSorted((a, b) => b.length - a.length);
  return (text) => longestFirst.reduce((hidden, name) => hidden.replaceAll(name, '.'), text);
}

function timeoutError({ timeoutMilliseconds }: Program): ProgramError {
  return { name: 'Timeout', message: `The program was ended after ${String(timeoutMilliseconds / 1000)} s.` };
}
