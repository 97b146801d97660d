import { ts } from '@ts-morph/common';
import { GivenUp } from './limits.ts';

/** What the compiler says of one place. */
export interface TypeDiagnostic {
  readonly file: string;
  readonly start: number;
  readonly code: number;
  /** The compiler's own words, which may quote the project. */
  readonly words: string;
}

/** Asks for the errors of some files of a program, within a limit on the work. */
export function diagnose(
  program: ts.Program,
  files: readonly ts.SourceFile[],
  instantiations: number,
): readonly TypeDiagnostic[] {
  const token: ts.CancellationToken = {
    isCancellationRequested: () => program.getInstantiationCount() > instantiations,
    throwIfCancellationRequested() {
      if (this.isCancellationRequested()) throw new GivenUp('its types are too large to be worked out');
    },
  };
  const declares = program.getCompilerOptions().declaration === true;
  return files.flatMap((file) => [
    ...describe(file, program.getSyntacticDiagnostics(file, token)),
    ...describe(file, program.getSemanticDiagnostics(file, token)),
    ...(declares ? describe(file, program.getDeclarationDiagnostics(file, token)) : []),
  ]);
}

function describe(file: ts.SourceFile, diagnostics: readonly ts.Diagnostic[]): readonly TypeDiagnostic[] {
  return diagnostics
    .filter(({ category }) => category === ts.DiagnosticCategory.Error)
    .map(({ start = 0, code, messageText }) => ({
      file: file.fileName,
      start,
      code,
      words: ts.flattenDiagnosticMessageText(messageText, '\n'),
    }));
}
