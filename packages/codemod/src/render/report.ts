import type { Report } from '@azure-openai-v1/core';
import { renderJson } from './json.ts';
import { renderPretty, type PrettyOptions } from './pretty.ts';

const renderers = {
  json: renderJson,
  pretty: renderPretty,
} as const satisfies Record<string, (report: Report, options: PrettyOptions) => string>;

/** Renders a report in one of the formats. */
export function renderReport(report: Report, format: keyof typeof renderers, options: PrettyOptions): string {
  return renderers[format](report, options);
}
