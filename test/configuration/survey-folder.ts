import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileReport, Report } from '@azure-openai-v1/core';
import { rules, unknownProject } from '@azure-openai-v1/javascript';
import { planSource } from 'azure-openai-v1';
import { withConfiguration } from '../../packages/codemod/src/project/configuration/with-configuration.ts';
import { writeSource } from '../../packages/codemod/src/project/write-source.ts';
import { makeFolder, recordingTerminal } from '../run-cli.ts';
import { version } from './take-out.ts';

/** A client that reads its version from the environment, and moves safely. */
export const client = `import { AzureOpenAI } from 'openai';

const client = new AzureOpenAI({
  endpoint: 'https://desk.openai.azure.com',
  apiKey: process.env.AZURE_OPENAI_API_KEY,
  apiVersion: process.env.${version},
});

export const ask = (input: string) => client.responses.create({ model: 'answers', input });
`;

/** How a folder is surveyed. */
export interface SurveyOptions {
  readonly write?: boolean;
  readonly includeReview?: boolean;
  readonly git?: boolean;
  readonly paths?: readonly string[];
  /** The source files that are migrated. */
  readonly sources?: readonly string[];
  /** What is done to the folder before the survey. */
  readonly prepare?: (folder: string) => void;
}

/** What a survey came to. */
export interface Surveyed {
  readonly folder: string;
  readonly report: Report;
  readonly warnings: string;
  /** The report on one file. */
  readonly of: (path: string) => FileReport | undefined;
  readonly read: (path: string) => string;
}

/** Migrates the sources of a folder and surveys its configuration, as the command does. */
export async function surveyFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
  {
    write = false,
    includeReview = true,
    git = true,
    paths = ['.'],
    sources = ['src/client.ts'],
    prepare,
  }: SurveyOptions = {},
): Promise<Surveyed> {
  const folder = makeFolder(files);
  if (git) execFileSync('git', ['init', '-q', folder]);
  prepare?.(folder);
  const wanted = includeReview ? (['safe', 'review'] as const) : (['safe'] as const);
  const reports: FileReport[] = [];
  const texts: { readonly path: string; readonly text: string }[] = [];
  for (const path of sources) {
    const text = readFileSync(join(folder, path), 'utf8');
    texts.push({ path, text });
    const plan = await planSource(path, text, {
      rules,
      project: { ...unknownProject, openaiVersion: '5.23.2' },
      wanted,
    });
    if (plan.kind !== 'planned' || plan.text === text) continue;
    if (write) writeFileSync(join(folder, path), plan.text);
    const change = { before: text, after: plan.text };
    reports.push({ path, outcome: { kind: write ? 'migrated' : 'pending' }, findings: [], change });
  }
  const terminal = recordingTerminal(folder);
  const report = await withConfiguration(
    { files: reports, scanned: sources.length, candidates: sources.length },
    { paths, sources: texts, wanted, ...(write && { write: writeSource }) },
    terminal,
  );
  return {
    folder,
    report,
    warnings: terminal.error,
    of: (path) => report.files.find((file) => file.path === path),
    read: (path) => readFileSync(join(folder, path), 'utf8'),
  };
}

/** The messages of a file's findings, without what stands before the reason. */
export function reasonsOf(report: FileReport | undefined): readonly string[] {
  return (report?.findings ?? []).map(({ grade, message }) => `${grade}: ${message.replace(/^.*because /, '')}`);
}
