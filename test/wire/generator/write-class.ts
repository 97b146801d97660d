import type { Sheet } from './sheet.ts';
import type { ImportForm } from './plan.ts';

type ClassName = 'AzureOpenAI' | 'OpenAI';

/** Brings the class of a client into the file and gives the expression that names it. */
export function writeClass(sheet: Sheet, className: ClassName): string {
  return forms[sheet.plan.importForm](sheet, className);
}

function named(sheet: Sheet, className: ClassName): string {
  sheet.import('openai', `{ ${className} }`);
  return className;
}

const shortNames = { AzureOpenAI: 'Azure', OpenAI: 'Client' } as const;

const forms: Readonly<Record<ImportForm, (sheet: Sheet, className: ClassName) => string>> = {
  named: (sheet, className) => {
    if (className === 'AzureOpenAI') return named(sheet, className);
    sheet.import('openai', 'OpenAI');
    return 'OpenAI';
  },
  renamed: (sheet, className) => {
    const name = shortNames[className];
    sheet.import('openai', `{ ${className} as ${name} }`, `{ ${className}: ${name} }`);
    return name;
  },
  namespace: (sheet, className) => {
    sheet.import('openai', '* as openai', 'openai');
    return `openai.${className}`;
  },
  'beside-default': (sheet, className) => {
    if (sheet.plan.modules === 'cjs') return named(sheet, className);
    sheet.import('openai', 'OpenAI, { AzureOpenAI }');
    return className;
  },
  'among-others': (sheet, className) => {
    if (className === 'OpenAI') return named(sheet, className);
    sheet.import('openai', '{ APIError, AzureOpenAI, toFile }');
    return className;
  },
  subpath: (sheet, className) => {
    if (className === 'OpenAI' || sheet.plan.sdk.startsWith('4.')) return named(sheet, className);
    sheet.import('openai/azure', '{ AzureOpenAI }');
    return className;
  },
};
