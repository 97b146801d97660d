import { addFunction, block, exported, functionFrame, type Frame } from './frame.ts';
import type { Maker } from './maker.ts';
import { undescribed } from './sheet.ts';

/** Clients of the module or of a function, which exported functions call. */
export const functionFrames = {
  constant: (maker) => functionFrame(maker.sheet, maker.constant()),
  local: (maker) => functionFrame(maker.sheet, 'client', [`const client = ${maker.create()};`]),
  factory: (maker) => {
    const made = factory(maker, (name, parameters) => `function ${name}(${parameters})`);
    return functionFrame(maker.sheet, 'client', [`const client = ${made};`]);
  },
  'arrow-factory': (maker) => {
    const made = maker.create('function');
    const name = maker.sheet.name('createClient');
    maker.sheet.declare(`const ${name} = (${maker.declared()}) => ${made};`);
    return functionFrame(maker.sheet, `${name}(${maker.given()})`);
  },
  'async-factory': (maker) => {
    const made = factory(maker, (name, parameters) => `async function ${name}(${parameters})`, 'getClient');
    return functionFrame(maker.sheet, 'client', [`const client = await ${made};`]);
  },
  lazy: (maker) => {
    const kept = maker.sheet.name('client');
    const name = maker.sheet.name('getClient');
    const made = maker.create();
    maker.sheet.declare(`let ${kept}${maker.sheet.typed(`: ${maker.type()} | undefined`)};`);
    maker.sheet.add(`function ${name}() ${block([`${kept} ??= ${made};`, `return ${kept};`])}`);
    return functionFrame(maker.sheet, `${name}()`);
  },
  inline: (maker) => functionFrame(maker.sheet, maker.create()),
  'dynamic-import': (maker) => {
    const { sheet } = maker;
    const made = maker.create('function', maker.exportedName());
    const source = sheet.plan.modules === 'esm' ? 'await import' : 'require';
    const load = `const { ${maker.exportedName()} } = ${source}(${sheet.quote('openai')});`;
    const name = sheet.name('getClient');
    sheet.add(`async function ${name}(${maker.declared()}) ${block([load, `return ${made};`])}`);
    return functionFrame(sheet, 'client', [`const client = await ${name}(${maker.given()});`]);
  },
  late: (maker) => {
    const name = maker.sheet.name('client');
    const made = maker.create();
    maker.sheet.declare(`let ${name}${maker.sheet.typed(`: ${maker.type()}`)};\n${name} = ${made};`);
    return functionFrame(maker.sheet, name);
  },
  conditional: (maker) => {
    const flag = maker.sheet.constant('isProduction', `process.env.NODE_ENV === ${maker.sheet.quote('production')}`);
    return functionFrame(maker.sheet, maker.constant(`${flag} ? ${maker.create()} : ${maker.create()}`));
  },
  'with-options': (maker) =>
    functionFrame(maker.sheet, maker.constant(`${maker.create()}.withOptions({ maxRetries: 1 })`)),
  exported: (maker) => functionFrame(maker.sheet, maker.constant(maker.create(), 'client', exported(maker.sheet))),
  subclass: (maker) => {
    const name = maker.sheet.name('ContosoClient');
    maker.sheet.declare(`class ${name} extends ${maker.type()} {}`);
    return functionFrame(maker.sheet, maker.constant(maker.create('module', name)));
  },
  'top-level': (maker) => {
    const { sheet } = maker;
    const client = maker.constant();
    if (sheet.plan.modules === 'cjs') return functionFrame(sheet, client);
    return {
      client,
      add: (written) => {
        const name = sheet.name(`answer${written.name}`);
        const constants = written.parameters.map(
          (parameter) =>
            `const ${parameter.name}${sheet.typed(`: ${undescribed}`)} = ${JSON.stringify(parameter.argument)};`,
        );
        sheet.add(`const ${name} = await (async () => ${block([...constants, ...written.lines])})();`);
        addFunction(sheet, { ...written, parameters: [], lines: [`return ${name};`] });
      },
      finish: () => undefined,
    };
  },
  reassigned: (maker) => {
    const { sheet } = maker;
    const name = sheet.name('client');
    sheet.declare(`let ${name} = ${maker.create()};`);
    sheet.later(`${name} = ${maker.create()};`);
    return functionFrame(sheet, name);
  },
  alias: (maker) => functionFrame(maker.sheet, maker.constant(maker.constant(undefined, 'azure'))),
} as const satisfies Record<string, (maker: Maker) => Frame>;

function factory(maker: Maker, head: (name: string, parameters: string) => string, wish = 'createClient'): string {
  const { sheet } = maker;
  const made = maker.create('function');
  const name = sheet.name(wish);
  sheet.add(`${head(name, maker.declared())} ${block([`return ${made};`])}`);
  return `${name}(${maker.given()})`;
}
