import {
  addFunction,
  block,
  exported,
  functionFrame,
  parametersOf,
  type Frame,
  type WrittenFunction,
} from './frame.ts';
import type { Maker } from './maker.ts';
import type { Sheet } from './sheet.ts';

/** Clients that are passed on, or kept in something else. */
export const passingFrames = {
  parameter: (maker) => {
    const client = maker.constant();
    const { sheet } = maker;
    return {
      client: 'given',
      add: (written) => {
        const inner = sheet.name(`send${written.name}`);
        const parameters = [`given${sheet.typed(`: ${maker.type()}`)}`, parametersOf(sheet, written)];
        sheet.add(`async function ${inner}(${parameters.join(', ')}) ${block(written.lines)}`);
        const given = [client, ...written.parameters.map(({ name }) => name)].join(', ');
        addFunction(sheet, { ...written, lines: [`return ${inner}(${given});`] });
      },
      finish: () => undefined,
    };
  },
  'object-method': (maker) => {
    const { sheet } = maker;
    const made = maker.create();
    const name = sheet.name('service');
    const methods: string[] = [];
    return {
      client: 'this.client',
      add: (written) => {
        methods.push(writeMethod(sheet, written));
        addFunction(sheet, { ...written, lines: [callMethod(name, written)] });
      },
      finish: () => {
        sheet.declare(`const ${name} = ${block([`client: ${made},`, ...methods])};`);
      },
    };
  },
  holder: (maker) =>
    functionFrame(maker.sheet, `${maker.constant(`{ client: ${maker.create()} }`, 'services')}.client`),
  wrapper: (maker) => {
    const { sheet } = maker;
    const name = sheet.name('withClient');
    const type = sheet.typed(`: (client: ${maker.type()}) => Promise<unknown>`);
    sheet.add(`function ${name}(use${type}) ${block([`return use(${maker.create()});`])}`);
    return {
      client: 'client',
      add: (written) => {
        addFunction(sheet, { ...written, lines: [`return ${name}(async (client) => ${block(written.lines)});`] });
      },
      finish: () => undefined,
    };
  },
  closure: (maker) => {
    const { sheet } = maker;
    const made = maker.create('function');
    const name = sheet.name('createAssistant');
    const assistant = sheet.name('assistant');
    const methods: string[] = [];
    return {
      client: 'client',
      add: (written) => {
        methods.push(writeMethod(sheet, written));
        addFunction(sheet, { ...written, lines: [callMethod(assistant, written)] });
      },
      finish: () => {
        const lines = [`const client = ${made};`, `return ${block(methods)};`];
        sheet.declare(
          `function ${name}(${maker.declared()}) ${block(lines)}\n\nconst ${assistant} = ${name}(${maker.given()});`,
        );
      },
    };
  },
  array: (maker) =>
    functionFrame(maker.sheet, `${maker.constant(`[${maker.create()}]`, 'clients')}[0]${maker.sheet.typed('!')}`),
  'default-parameter': (maker) => {
    const client = maker.constant();
    const { sheet } = maker;
    return {
      client: 'used',
      add: (written) => {
        const parameters = [parametersOf(sheet, written), `used = ${client}`].filter((text) => text !== '').join(', ');
        const name = sheet.name(written.name);
        sheet.add(`${exported(sheet)}async function ${name}(${parameters}) ${block(written.lines)}`);
        sheet.entries.push({ name, arguments: written.parameters.map(({ argument }) => argument) });
      },
      finish: () => undefined,
    };
  },
} as const satisfies Record<string, (maker: Maker) => Frame>;

function writeMethod(sheet: Sheet, written: WrittenFunction): string {
  return `async ${written.name}(${parametersOf(sheet, written)}) ${block(written.lines)},`;
}

function callMethod(object: string, { name, parameters }: WrittenFunction): string {
  return `return ${object}.${name}(${parameters.map((parameter) => parameter.name).join(', ')});`;
}
