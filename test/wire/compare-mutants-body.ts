import type { WireRequest } from '@azure-openai-v1/wire';
import type { Mutant } from './compare-mutants.ts';
import { mutateJson } from './compare-mutants-json.ts';

/** Every request that differs from this one in a single place of its body. */
export function mutateBody(request: WireRequest): readonly Mutant<WireRequest>[] {
  const text = Buffer.from(request.body).toString('latin1');
  const type = request.headers.find(([name]) => name === 'content-type')?.[1] ?? '';
  const emptied = text === '' ? [] : [{ name: 'body emptied', value: '' }];
  const mutants = type.startsWith('multipart/') ? mutateForm(text) : mutateText(text);
  return [...emptied, ...mutants].map(({ name, value }) => ({
    name,
    value: { ...request, body: new Uint8Array(Buffer.from(value, 'latin1')) },
  }));
}

function mutateText(text: string): readonly Mutant<string>[] {
  if (text === '') return [{ name: 'body added', value: '{"added":1}' }];
  const content = JSON.parse(text) as unknown;
  const mutants = mutateJson(content).map(({ name, value }) => ({ name, value: JSON.stringify(value) }));
  const names = typeof content === 'object' && text.startsWith('{') ? Object.keys(content ?? {}) : [];
  const doubled = names.map((name) => ({
    name: `${name} stands there twice`,
    value: text.replace('{', `{${JSON.stringify(name)}:0,`),
  }));
  return [...mutants, ...doubled];
}

/** Takes a form apart at its boundary, without any reader of forms. */
function mutateForm(text: string): readonly Mutant<string>[] {
  const boundary = text.slice(0, text.indexOf('\r\n'));
  const pieces = text.split(boundary);
  const parts = pieces.slice(1, -1);
  return parts.flatMap((part, index) => {
    const put = (name: string, ...values: readonly string[]) => ({
      name: `part ${String(index)} ${name}`,
      value: pieces.toSpliced(index + 1, 1, ...values).join(boundary),
    });
    const content = part.indexOf('\r\n\r\n') + 4;
    const isFile = part.includes('filename="');
    return [
      put('dropped'),
      put('doubled', part, part),
      put('renamed', part.replace('name="', 'name="x')),
      put('changed', `${part.slice(0, content)}x${part.slice(content)}`),
      put('emptied', `${part.slice(0, content)}\r\n`),
      put('added', part, part.replace('name="', 'name="added')),
      ...(isFile ? [put('file renamed', part.replace('filename="', 'filename="x'))] : []),
      ...(isFile ? [put('of another type', part.replace(/content-type: /i, 'Content-Type: x'))] : []),
    ];
  });
}
