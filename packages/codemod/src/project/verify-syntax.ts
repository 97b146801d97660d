import { extname } from 'node:path';

/**
 * Asks TypeScript itself whether an edit made a text worse: a second opinion beside the parser that the edits were
 * computed with.
 *
 * @returns what the compiler says of the new text and did not say of the old one; undefined when it has nothing to say
 */
export async function findNewSyntaxError(path: string, before: string, after: string): Promise<string | undefined> {
  const { Project } = await import('ts-morph');
  const diagnose = (text: string) => {
    const project = new Project({
      useInMemoryFileSystem: true,
      skipLoadingLibFiles: true,
      compilerOptions: { allowJs: true, noLib: true, noResolve: true },
    });
    const file = project.createSourceFile(`/source${extname(path)}`, text);
    return project
      .getProgram()
      .getSyntacticDiagnostics(file)
      .map((diagnostic) => flatten(diagnostic.getMessageText()));
  };
  const errors = diagnose(after);
  return errors.length > 0 && errors.length > diagnose(before).length ? errors[0] : undefined;
}

function flatten(message: string | { getMessageText(): string }): string {
  return typeof message === 'string' ? message : message.getMessageText();
}
