import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';

/** Writes files, and the folders that they need, below a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** Writes the text of a file as JavaScript that Node.js runs, and answers the path, which begins as given. */
export function writeScript(start: string, file: string, text: string): string {
  const [module, extension] = isCommonJs(file, text) ? [ModuleKind.CommonJS, '.cjs'] : [ModuleKind.ESNext, '.mjs'];
  const compilerOptions = { module, target: ScriptTarget.ES2022, allowJs: true };
  const { outputText } = transpileModule(text, { fileName: file, compilerOptions });
  writeFileSync(start + extension, outputText);
  return start + extension;
}

function isCommonJs(file: string, text: string): boolean {
  const extension = extname(file);
  if (extension !== '.js') return extension === '.cjs' || extension === '.cts';
  return !/^(?:import|export)\b/m.test(text);
}
