/** Where the SDK is imported from: the package root, or its Azure entry point, which has no `OpenAI` to import. */
export interface OpenAISpecifier {
  readonly entry: 'root' | 'azure';
  /** The specifier of the package root in the same registry and version. */
  readonly root: string;
  /** The version or range that the specifier pins, if any. */
  readonly pin: string | undefined;
  /** Specifiers with a scheme are Deno's, whose environment is `Deno.env`. */
  readonly runtime: 'node' | 'deno';
}

const npmForm = /^(?:npm:)?openai(?:@(?<pin>[^/]+))?(?<azure>\/azure)?$/;
const urlForm =
  /^https:\/\/(?:esm\.sh|cdn\.skypack\.dev|esm\.run|cdn\.jsdelivr\.net\/npm|deno\.land\/x)\/openai(?:@(?<pin>[^/?]+))?(?<rest>[/?].*)?$/;

/** Recognizes the module specifiers of the `openai` package: bare, `npm:`, and the usual URL registries. */
export function parseOpenAISpecifier(specifier: string): OpenAISpecifier | undefined {
  const npm = npmForm.exec(specifier);
  if (npm?.groups) {
    const { pin, azure } = npm.groups;
    const root = azure === undefined ? specifier : specifier.slice(0, -azure.length);
    return {
      entry: azure === undefined ? 'root' : 'azure',
      root,
      pin,
      runtime: specifier.startsWith('npm:') ? 'deno' : 'node',
    };
  }
  const url = urlForm.exec(specifier);
  if (!url) return undefined;
  return { entry: 'root', root: specifier, pin: url.groups?.['pin'], runtime: 'deno' };
}
