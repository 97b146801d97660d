import type { Sheet } from './sheet.ts';
import type { ImportForm } from './plan.ts';

/** Brings the class of a client into the file and gives the expression that names it. */
export function writeClass(sheet: Sheet, className: 'AzureOpenAI' | 'OpenAI'): string {
  return className === 'AzureOpenAI'
    ? azureForms[sheet.plan.importForm](sheet)
    : plainForms[sheet.plan.importForm](sheet);
}

const named = (sheet: Sheet) => {
  sheet.import('openai', '{ AzureOpenAI }');
  return 'AzureOpenAI';
};

const azureForms: Readonly<Record<ImportForm, (sheet: Sheet) => string>> = {
  named,
  renamed: (sheet) => {
    sheet.import('openai', '{ AzureOpenAI as Azure }', '{ AzureOpenAI: Azure }');
    return 'Azure';
  },
  namespace: (sheet) => {
    sheet.import('openai', '* as openai', 'openai');
    return 'openai.AzureOpenAI';
  },
  'beside-default': (sheet) => {
    if (sheet.plan.modules === 'cjs') return named(sheet);
    sheet.import('openai', 'OpenAI, { AzureOpenAI }');
    return 'AzureOpenAI';
  },
  'among-others': (sheet) => {
    sheet.import('openai', '{ APIError, AzureOpenAI, toFile }');
    return 'AzureOpenAI';
  },
  subpath: (sheet) => {
    if (sheet.plan.sdk.startsWith('4.')) return named(sheet);
    sheet.import('openai/azure', '{ AzureOpenAI }');
    return 'AzureOpenAI';
  },
};

const plainNamed = (sheet: Sheet) => {
  sheet.import('openai', '{ OpenAI }');
  return 'OpenAI';
};

const plainDefault = (sheet: Sheet) => {
  sheet.import('openai', 'OpenAI');
  return 'OpenAI';
};

const plainForms: Readonly<Record<ImportForm, (sheet: Sheet) => string>> = {
  named: plainDefault,
  renamed: (sheet) => {
    sheet.import('openai', '{ OpenAI as Client }', '{ OpenAI: Client }');
    return 'Client';
  },
  namespace: (sheet) => {
    sheet.import('openai', '* as openai', 'openai');
    return 'openai.OpenAI';
  },
  'beside-default': (sheet) => {
    if (sheet.plan.modules === 'cjs') return plainNamed(sheet);
    sheet.import('openai', 'OpenAI, { AzureOpenAI }');
    return 'OpenAI';
  },
  'among-others': plainNamed,
  subpath: plainNamed,
};
