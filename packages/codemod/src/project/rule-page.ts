import { readFile } from 'node:fs/promises';

/** The pages as they are packed with this program, and as they lie in its repository. */
const places = ['../../docs/rules/', '../../../../docs/rules/'];

/** Reads the page of a rule, as Markdown. */
export async function readRulePage(rule: string): Promise<string> {
  for (const place of places) {
    const page = await readFile(new URL(`${place}${rule}.md`, import.meta.url), 'utf8').catch(() => undefined);
    if (page !== undefined) return page;
  }
  throw new Error(`The page of ${rule} is missing from this installation`);
}
