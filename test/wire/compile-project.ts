import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { isCommonJsFile, resolveInProject } from '../driver/project-modules.ts';
import type { Tree } from '../driver/project.ts';

/** Makes JavaScript that Node.js runs of the sources of a project, which stands in `root`, with all imports resolved. */
export function compileProject(root: string, paths: readonly string[]): Tree {
  const sources = paths.filter((path) => /\.[cm]?[jt]sx?$/.test(path));
  return Object.fromEntries(sources.map((path) => [outputPath(path), compileFile(root, path)]));
}

function compileFile(root: string, path: string): string {
  const file = join(root, path);
  const isCommonJs = /\.c[jt]s$/.test(path) || (/\.[jt]sx?$/.test(path) && isCommonJsFile(root, file));
  const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
    fileName: file,
    compilerOptions: {
      allowJs: true,
      esModuleInterop: true,
      experimentalDecorators: true,
      jsx: ts.JsxEmit.React,
      module: isCommonJs ? ts.ModuleKind.CommonJS : ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
    },
    transformers: { before: [nameFiles(root, file)] },
  });
  return outputText;
}

/** Writes the path of the compiled file wherever a specifier means a file of the project. */
function nameFiles(root: string, file: string): ts.TransformerFactory<ts.SourceFile> {
  return (context) => {
    const visit = (node: ts.Node): ts.Node =>
      ts.isStringLiteral(node) && isSpecifier(node)
        ? nameFile(root, file, node)
        : ts.visitEachChild(node, visit, context);
    return (source) => ts.visitEachChild(source, visit, context);
  };
}

function isSpecifier({ parent }: ts.StringLiteral): boolean {
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return true;
  if (!ts.isCallExpression(parent)) return false;
  const { expression } = parent;
  return (
    expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === 'require')
  );
}

function nameFile(root: string, file: string, specifier: ts.StringLiteral): ts.StringLiteral {
  const found = resolveInProject(root, file, specifier.text);
  if (found === undefined) return specifier;
  const path = relative(dirname(file), outputPath(found));
  return ts.factory.createStringLiteral(path.startsWith('.') ? path : `./${path}`);
}

function outputPath(path: string): string {
  return path.replace(/tsx?$/, 'js');
}
