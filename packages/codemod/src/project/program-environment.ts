import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { placeholderEnvironment } from '@azure-openai-v1/wire';
import type { Variables } from './variables.ts';

/** What a process needs to start, and what decides on the language and the time that it shows. */
const handedOn = ['PATH', 'LANG', 'LC_ALL', 'TZ', 'SystemRoot', 'ComSpec', 'PATHEXT', 'windir'];

/**
 * The environment of a program: placeholders for what opens Azure OpenAI, the user's own variables, and folders for its
 * home and its temporary files that are thrown away. Nothing else of this process is in it.
 */
export function programEnvironment(workplace: string, variables: Variables): Readonly<Record<string, string>> {
  const [home, temporary] = [join(workplace, 'home'), join(workplace, 'temporary')];
  for (const folder of [home, temporary]) mkdirSync(folder);
  const folders = { HOME: home, USERPROFILE: home, TMPDIR: temporary, TEMP: temporary, TMP: temporary };
  // What tsx keeps of the files that it reads would outlive the run.
  const own = { ...folders, TSX_DISABLE_CACHE: '1' };
  const inherited = Object.fromEntries(handedOn.map((name) => [name, process.env[name]]));
  const all: Variables = { ...inherited, ...placeholderEnvironment, ...own, ...variables };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
