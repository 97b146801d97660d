import { addFunction, block, classFrame, type Frame } from './frame.ts';
import type { Maker } from './maker.ts';
import { undescribed } from './sheet.ts';

/** Clients whose deployment is not the same for all calls. */
export const deploymentFrames = {
  'factory-of-two': (plain: Maker) => {
    const maker = plain.withDeployment();
    const name = maker.sheet.name('createClient');
    maker.sheet.add(`function ${name}(${declare(maker)}) ${block([`return ${maker.create('function')};`])}`);
    return alternating(maker, (deployment) => `${name}(${given(maker, deployment)})`);
  },
  memoized: (plain: Maker) => {
    const maker = plain.withDeployment();
    const { sheet } = maker;
    const made = maker.create('function');
    const kept = sheet.name('client');
    const name = sheet.name('getClient');
    sheet.declare(`let ${kept}${sheet.typed(`: ${maker.type()} | undefined`)};`);
    sheet.add(`function ${name}(${maker.declared()}) ${block([`${kept} ??= ${made};`, `return ${kept};`])}`);
    return alternating(maker, (deployment) => `${name}(${given(maker, deployment)})`);
  },
  cached: (plain: Maker) => {
    const maker = plain.withDeployment();
    const { sheet } = maker;
    const made = maker.create('function');
    const cache = sheet.constant('cache', `new Map${sheet.typed(`<string, ${undescribed}>`)}()`);
    const name = sheet.name('getClient');
    const lines = [
      `if (!${cache}.has(deployment)) ${cache}.set(deployment, ${made});`,
      `return ${cache}.get(deployment);`,
    ];
    sheet.add(`function ${name}(${maker.declared()}) ${block(lines)}`);
    return alternating(maker, (deployment) => `${name}(${given(maker, deployment)})`);
  },
  loop: (plain: Maker) => {
    const maker = plain.withLooseDeployment();
    const { sheet } = maker;
    const made = maker.create('function');
    return {
      client: 'client',
      add: (written) => {
        const ask = `const ask = async () => ${block(written.lines)};`;
        const list = [...new Set([deploymentOf(maker), sheet.quote('gpt-4o')])].join(', ');
        const body = block([`const client = ${made};`, ask, 'answers.push(await ask());']);
        const answers = `const answers${sheet.typed(': unknown[]')} = [];`;
        const lines = [answers, `for (const deployment of [${list}]) ${body}`, 'return answers;'];
        addFunction(sheet, { ...written, lines });
      },
      finish: () => undefined,
    };
  },
  'field-deployment': (plain: Maker) => {
    const maker = plain.withDeployment('own-field');
    const made = maker.create('function');
    return classFrame(maker.sheet, 'this.client', fieldMembers(maker, made));
  },
  'mutated-deployment': (plain: Maker) => {
    const maker = plain.withDeployment('own-field');
    const made = maker.create('function');
    const frame = classFrame(maker.sheet, 'this.client', fieldMembers(maker, made));
    return {
      ...frame,
      add: (written) => {
        frame.add({ ...written, lines: [`this.deployment = ${maker.sheet.quote('later')};`, ...written.lines] });
      },
    };
  },
} as const satisfies Record<string, (maker: Maker) => Frame>;

/** Functions that take turns with the deployment of the plan and another one. */
function alternating(maker: Maker, client: (deployment: string) => string): Frame {
  let count = 0;
  const { sheet } = maker;
  return {
    client: 'client',
    add: (written) => {
      const deployment = count++ % 2 === 0 ? deploymentOf(maker) : sheet.quote('gpt-4o');
      addFunction(sheet, { ...written, lines: [`const client = ${client(deployment)};`, ...written.lines] });
    },
    finish: () => undefined,
  };
}

function deploymentOf({ parameters, sheet }: Maker): string {
  return parameters.find(({ name }) => name === 'deployment')?.argument ?? sheet.quote('support-chat');
}

function declare(maker: Maker): string {
  maker.create('function');
  return maker.declared();
}

function given({ parameters }: Maker, deployment: string): string {
  return parameters.map(({ name, argument }) => (name === 'deployment' ? deployment : argument)).join(', ');
}

function fieldMembers(maker: Maker, made: string): readonly string[] {
  const { sheet } = maker;
  const parameters = maker.parameters.map(({ name, argument }) => `${name} = ${argument}`).join(', ');
  const hidden = sheet.typed('private ');
  return [
    `${hidden}client${sheet.typed(`: ${maker.type()}`)};`,
    `${hidden}deployment${sheet.typed(': string')};`,
    `\nconstructor(${parameters}) ${block([`this.deployment = deployment;`, `this.client = ${made};`])}`,
  ];
}
