import { createPositionLookup, type Finding, type ReportedFinding } from '@azure-openai-v1/core';

/** Puts findings into the words of a report; their ranges are in `text`. */
export function reportFindings(
  findings: readonly Finding[],
  text: string,
  applied: boolean,
): readonly ReportedFinding[] {
  const locate = createPositionLookup(text);
  return findings.map(({ rule, message, grade, range }) => ({
    rule,
    message,
    grade,
    applied,
    range: { start: locate(range.start), end: locate(range.end) },
  }));
}
