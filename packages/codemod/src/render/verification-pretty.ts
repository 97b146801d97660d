import type { Exchange, ProgramRun } from '@azure-openai-v1/wire';
import { datedRequests, judge, requestRows, type ScenarioRuns, type Verification } from '../project/verification.ts';
import { count } from './count.ts';
import type { Paint } from './paint.ts';
import { redact } from './redact.ts';

type Safe = (text: string) => string;

/** Renders a verification for people: the requests of each scenario, how the runs ended, the differences, the verdict. */
export function renderVerificationPretty(verification: Verification, safe: Safe, paint: Paint): string {
  const blocks = verification.runs.map((runs) => renderRuns(runs, safe, paint));
  return `${[...blocks, renderVerdict(verification, paint)].join('\n\n')}\n`;
}

function renderRuns(runs: ScenarioRuns, safe: Safe, paint: Paint): string {
  const { scenario, before, after, differences } = runs;
  return [
    paint('bold', `Scenario ${scenario}`),
    ...renderRequests(runs, safe, paint),
    ...renderEnds(before, after, safe),
    ...differences.map(({ kind, sentence }) => `  ${paint('red', kind)} ${safe(sentence)}`),
  ].join('\n');
}

function renderRequests(runs: ScenarioRuns, safe: Safe, paint: Paint): readonly string[] {
  const rows = requestRows(runs);
  const show = (exchange: Exchange | undefined) => (exchange ? safe(describe(exchange)) : paint('red', 'not sent'));
  if (rows.length === 0) return ['  No request was sent.'];
  return rows.flatMap(({ before, after }, index) => [
    `  ${String(index + 1).padStart(3)}  before  ${show(before)}`,
    `       after   ${before && after && describe(before) === describe(after) ? 'the same' : show(after)}`,
  ]);
}

function describe({ request, answer }: Exchange): string {
  return `${request.method} ${request.url}  ${String(answer.status)}`;
}

const linesOfComplaint = 12;

/** How the runs ended, where that is worth a line. */
function renderEnds(before: ProgramRun, after: ProgramRun, safe: Safe): readonly string[] {
  const [old = [], recent = []] = [before, after].map((run) => describeEnd(run).map((line) => safe(line)));
  if (old.length > 0 && old.join('\n') === recent.join('\n')) return indent('Both runs', old);
  return [...indent('The run before', old), ...indent('The run after', recent)];
}

function indent(subject: string, [first, ...others]: readonly string[]): readonly string[] {
  return first === undefined ? [] : [`  ${subject} ${first}`, ...others.map((line) => `    ${line}`)];
}

/** How a run ended, when it did not end well, and the end of what it said about it when it sent nothing. */
function describeEnd({ exchanges, outcome, stderr }: ProgramRun): readonly string[] {
  const { exit, error } = outcome;
  if (exit === 0 && (exchanges.length > 0 || stderr === '')) return [];
  const reason = error === undefined ? '' : `: ${error.name}: ${error.message}`;
  const end = typeof exit === 'number' ? `exit code ${String(exit)}` : exit;
  const complaint = exchanges.length > 0 || stderr === '' ? [] : redact(stderr).trimEnd().split('\n');
  return [`ended with ${end}${reason}`, ...complaint.slice(-linesOfComplaint)];
}

function renderVerdict(verification: Verification, paint: Paint): string {
  const sent = verification.runs.reduce((sum, { before }) => sum + before.exchanges.length, 0);
  const differences = verification.runs.reduce((sum, runs) => sum + runs.differences.length, 0);
  const closing = {
    equal: () => `${paint('green', 'No difference')} in ${count(sent, 'request')}. ${sayDated(verification)}`,
    different: () => `${paint('red', count(differences, 'difference'))}. ${sayDated(verification)}`,
    'nothing-sent': () =>
      `${paint('yellow', 'Nothing is proven')}: a run sent no request. Name a file that sends some, with the arguments ` +
      `that it needs behind \`--\` and its variables in --env.`,
  } as const;
  return [...adviceOf(verification), closing[judge(verification)]().trimEnd()].join('\n');
}

function sayDated(verification: Verification): string {
  const all = verification.runs.flatMap(({ after }) => after.exchanges).length;
  const dated = datedRequests(verification).length;
  if (dated === 0) return '';
  if (dated === all) return 'Nothing is migrated yet: every request still goes to the dated API.';
  return `Still on the dated API: ${String(dated)} of ${count(all, 'request')}.`;
}

/** Troubles that come from the placeholders and not from the program. */
function adviceOf({ runs }: Verification): readonly string[] {
  const messages = runs.flatMap(({ before, after }) =>
    [before, after].map(({ outcome }) => outcome.error?.message ?? ''),
  );
  if (!messages.some((message) => message.includes('azureADTokenProvider') && message.includes('exclusive'))) return [];
  return ['This program uses a token provider, so it must have no key: add --env AZURE_OPENAI_API_KEY=', ''];
}
