import { writePlumbing } from './plumbing.ts';
import { Sheet, type Entry } from './sheet.ts';
import { writeCall } from './write-call.ts';
import { writeRequest } from './write-request.ts';
import type { Clash, ProgramPlan } from './plan.ts';

/** A program as text, and how to call it. */
export interface Program {
  readonly plan: ProgramPlan;
  readonly file: string;
  readonly text: string;
  readonly entries: readonly Entry[];
}

/** Writes the text of a program. */
export function writeProgram(plan: ProgramPlan): Program {
  const sheet = new Sheet(plan);
  clashes[plan.clash](sheet);
  let index = 0;
  for (const part of plan.parts) {
    if (part.kind === 'request') {
      writeRequest(sheet, part, ++index);
      continue;
    }
    const frame = writePlumbing(sheet, part);
    for (const call of part.calls) writeCall(sheet, part, call, frame, ++index);
    frame.finish();
  }
  return { plan, file: fileOf(plan), text: sheet.toText(), entries: sheet.entries };
}

function fileOf({ language, modules }: ProgramPlan): string {
  if (modules === 'cjs') return 'program.cjs';
  return language === 'ts' ? 'program.ts' : 'program.mjs';
}

const clashes: Readonly<Record<Clash, (sheet: Sheet) => void>> = {
  none: () => undefined,
  'const-openai': (sheet) => {
    if (hasPlainClass(sheet.plan)) return;
    sheet.declare(`const OpenAI = ${sheet.quote('the company')};`);
  },
  'function-openai': (sheet) => {
    if (hasPlainClass(sheet.plan)) return;
    sheet.add(`function OpenAI() {\n  return ${sheet.quote('the company')};\n}`);
  },
  'type-openai': (sheet) => {
    if (hasPlainClass(sheet.plan) || sheet.plan.language === 'js') return;
    sheet.add(`interface OpenAI {\n  readonly name: string;\n}`);
  },
  'shadowed-url': (sheet) => {
    sheet.declare(`const baseURL = ${sheet.quote('https://elsewhere.example')};`);
  },
};

/** Whether the file brings the name `OpenAI` in from the package anyway. */
function hasPlainClass({ parts, importForm }: ProgramPlan): boolean {
  return importForm === 'beside-default' || parts.some((part) => part.kind === 'client' && part.client !== 'azure');
}
