import { fileURLToPath } from 'node:url';
import { ts, Project } from 'ts-morph';

const project = new Project({
  compilerOptions: {
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    module: ts.ModuleKind.Preserve,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    moduleDetection: ts.ModuleDetectionKind.Force,
    jsx: ts.JsxEmit.Preserve,
    experimentalDecorators: true,
    allowJs: true,
    checkJs: true,
    noEmit: true,
    noUnusedLocals: true,
    skipLibCheck: true,
    strict: true,
    types: ['node'],
  },
});
project.addSourceFileAtPath(fileURLToPath(new URL('ambient.d.ts', import.meta.url)));

/** Adds a text to the one program that all fixtures share; all are added before the first check. */
export function addText(path: string, text: string): void {
  project.createSourceFile(path, text, { overwrite: true });
}

/** What the compiler says of a text that was added. The two names of the client count as one. */
export function diagnose(path: string): readonly string[] {
  const program = project.getProgram().compilerObject;
  const file = program.getSourceFile(path);
  if (file === undefined) throw new Error(`${path} was not added`);
  const diagnostics = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  return diagnostics.map(({ code, messageText }) => {
    const words = ts.flattenDiagnosticMessageText(messageText, '\n').replaceAll('AzureOpenAI', 'OpenAI');
    return `TS${String(code)}: ${words}`;
  });
}
