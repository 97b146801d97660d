import { readInfrastructure } from '@azure-openai-v1/deployments';

/** What infrastructure files say, one line for each deployment: `name = model path:line`, with `?` where it is no fact. */
export function foundIn(files: Readonly<Record<string, string>>): readonly string[] {
  const texts = Object.entries(files).map(([path, text]) => ({ path, text }));
  return readInfrastructure(texts).map(
    ({ name, model, path, line, isCertain }) => `${name} = ${model} ${path}:${String(line)}${isCertain ? '' : ' ?'}`,
  );
}
