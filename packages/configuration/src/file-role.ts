/** What a file is to the variables of a program: a kind that sets or describes them, something that reads them, or nothing. */
export type FileRole = ConfigurationKind | 'data' | 'inert' | 'source';

/** The kinds of file in which settings are looked for. */
export type ConfigurationKind =
  | 'action'
  | 'app-json'
  | 'assignments'
  | 'bicep'
  | 'blueprint'
  | 'compose'
  | 'environment'
  | 'environment-template'
  | 'json'
  | 'markdown'
  | 'settings-with-values'
  | 'terraform'
  | 'vercel'
  | 'yaml';

/** Tells by its path what a file is. */
export function roleOf(path: string): FileRole {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return roleOfEnvironment(name) ?? names.find(([pattern]) => pattern.test(`/${path.toLowerCase()}`))?.[1] ?? 'source';
}

const templateWords: ReadonlySet<string> = new Set([
  'example',
  'examples',
  'sample',
  'template',
  'tmpl',
  'tpl',
  'dist',
]);

/** `.env.example` and `sample.env` are templates; `.env`, `.env.local` and `.dev.vars` hold real values. */
function roleOfEnvironment(name: string): FileRole | undefined {
  const parts = name.split(/[._-]/).filter((part) => part !== '');
  if (!/^\.?env(?:$|[._-])|\.env$|^(?:example|sample|template)[._-]env$|^\.(?:dev\.vars|envrc|flaskenv)/.test(name))
    return undefined;
  if (/\.(?:[cm]?[jt]sx?|py|rb|go|php|sh|ps1|json|ya?ml|mdx?|toml|txt)$/.test(name)) return undefined;
  return [parts[0], parts.at(-1)].some((part) => templateWords.has(part ?? ''))
    ? 'environment-template'
    : 'environment';
}

/** The first that fits a path, in small letters and with a slash before it, decides. */
const names: readonly (readonly [RegExp, FileRole])[] = [
  [/\/(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|[^/]+\.lock|[^/]+\.lockb|go\.sum)$/, 'inert'],
  [
    /\.(?:map|snap|svg|png|jpe?g|gif|webp|avif|ico|bmp|woff2?|ttf|otf|eot|mp[34]|wav|ogg|webm|mov|pdf|zip|gz|tgz|bz2|xz|7z|log)$/,
    'inert',
  ],
  [/\/(?:changelog|history|changes|releases?|news)[^/]*\.(?:md|markdown|mdx|txt|rst)$|\/\.changeset\//, 'inert'],
  [/\.(?:md|markdown|mdx)$/, 'markdown'],
  [/\.(?:rst|adoc|asciidoc)$|\/(?:licen[cs]e|notice|authors|readme)(?:\.txt)?$/, 'inert'],
  [/\/\.github\/workflows\/[^/]+\.ya?ml$|\/action\.ya?ml$/, 'action'],
  [/\/(?:docker-)?compose(?:[._-][^/]*)?\.ya?ml$/, 'compose'],
  [/\/render\.ya?ml$/, 'blueprint'],
  [/\.ya?ml$/, 'yaml'],
  [/\/(?:vercel|now)\.json$/, 'vercel'],
  [/\/app\.json$/, 'app-json'],
  [/\/local\.settings\.json$/, 'settings-with-values'],
  [/\.(?:json|jsonc|json5|code-workspace)$/, 'json'],
  [/\.(?:bicep|bicepparam)$/, 'bicep'],
  [/\.(?:tf|tfvars|hcl)$/, 'terraform'],
  [/\.(?:toml|ini|cfg|conf|properties|editorconfig)$/, 'assignments'],
  [/\.(?:txt|csv|tsv|xml|config|plist|resx|env)$/, 'data'],
];
