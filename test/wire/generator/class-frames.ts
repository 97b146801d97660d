import { addFunction, block, classFrame, parametersOf, type Frame } from './frame.ts';
import type { Maker } from './maker.ts';

/** Clients that a class keeps. */
export const classFrames = {
  field: (maker) =>
    classFrame(maker.sheet, 'this.client', [`${maker.sheet.typed('private readonly ')}client = ${maker.create()};`]),
  'hash-field': (maker) => classFrame(maker.sheet, 'this.#client', [`#client = ${maker.create()};`]),
  'constructor-field': (maker) => {
    const made = maker.create('function');
    const type = maker.sheet.typed(`: ${maker.type()}`);
    const parameters = maker.parameters.map(({ name, argument }) => `${name} = ${argument}`).join(', ');
    return classFrame(maker.sheet, 'this.client', [
      `${maker.sheet.typed('private readonly ')}client${type};`,
      `\nconstructor(${parameters}) ${block([`this.client = ${made};`])}`,
    ]);
  },
  'injected-field': (maker) => {
    const { sheet } = maker;
    const made = maker.create();
    const type = sheet.typed(`: ${maker.type()}`);
    const name = sheet.name('Service');
    const methods: string[] = [];
    const service = sheet.name('service');
    const head =
      sheet.plan.language === 'ts'
        ? [`constructor(private readonly client${type}) {}`]
        : [`constructor(client) ${block(['this.client = client;'])}`];
    return {
      client: 'this.client',
      add: (written) => {
        methods.push(`\nasync ${written.name}(${parametersOf(sheet, written)}) ${block(written.lines)}`);
        const given = written.parameters.map((parameter) => parameter.name).join(', ');
        addFunction(sheet, { ...written, lines: [`return ${service}.${written.name}(${given});`] });
      },
      finish: () => {
        sheet.declare(`class ${name} ${block([...head, ...methods])}\n\nconst ${service} = new ${name}(${made});`);
      },
    };
  },
  'lazy-class': (maker) => {
    const made = maker.create();
    const hidden = maker.sheet.typed('private ');
    return classFrame(maker.sheet, 'this.open()', [
      `${hidden}client${maker.sheet.typed(`?: ${maker.type()}`)};`,
      `\n${hidden}open() ${block([`this.client ??= ${made};`, 'return this.client;'])}`,
    ]);
  },
  'inherited-field': (maker) => {
    const { sheet } = maker;
    const base = sheet.name('Base');
    sheet.declare(`class ${base} ${block([`${sheet.typed('protected readonly ')}client = ${maker.create()};`])}`);
    return classFrame(sheet, 'this.client', [], sheet.name('Assistant'), base);
  },
  getter: (maker) => {
    const made = maker.create();
    return classFrame(maker.sheet, 'this.client', [
      `${maker.sheet.typed('private ')}get client() ${block([`return ${made};`])}`,
    ]);
  },
  'static-field': (maker) => {
    const made = maker.create();
    const name = maker.sheet.name('Assistant');
    const field = `${maker.sheet.typed('private ')}static ${maker.sheet.typed('readonly ')}client = ${made};`;
    return classFrame(maker.sheet, `${name}.client`, [field], name);
  },
} as const satisfies Record<string, (maker: Maker) => Frame>;
