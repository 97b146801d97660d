import { redactor } from '@azure-openai-v1/wire';
import type { Variables } from '../project/variables.ts';
import type { Verification } from '../project/verification.ts';
import { namesCredential } from './credential-words.ts';
import { escapeControls } from './escape.ts';
import { createPaint } from './paint.ts';
import { hidden, redactPhrase } from './redact-phrase.ts';
import { renderVerificationJson } from './verification-json.ts';
import { renderVerificationPretty } from './verification-pretty.ts';

/** How a verification is rendered. */
export interface VerificationOptions {
  readonly colour: boolean;
  /** The variables that the user gave to the program: some may be credentials. */
  readonly variables: Variables;
}

/** Renders a verification in one of the formats; no credential that was sent or handed in stands in it. */
export function renderVerification(
  verification: Verification,
  format: 'json' | 'pretty',
  { colour, variables }: VerificationOptions,
): string {
  const hide = hiderOf(verification, variables);
  if (format === 'json') return renderVerificationJson(verification, hide);
  return renderVerificationPretty(verification, (text) => escapeControls(hide(text)), createPaint(colour));
}

function hiderOf({ runs }: Verification, variables: Variables): (text: string) => string {
  const sent = redactor(...runs.flatMap(({ before, after }) => [before, after]));
  const handedIn = Object.entries(variables).flatMap(([name, value]) =>
    value !== undefined && value.length >= 4 && namesCredential(name) ? [value] : [],
  );
  return (text) => redactPhrase(handedIn.reduce((rest, value) => rest.replaceAll(value, hidden), sent(text)));
}
