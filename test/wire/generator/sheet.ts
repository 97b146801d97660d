import type { ProgramPlan } from './plan.ts';

/** A function of the written module, or a method of a class of it, and what it is called with. */
export interface Entry {
  /** The exported name. */
  readonly name: string;
  /** Called on a new object of the class of that name. */
  readonly method?: string;
  readonly arguments: readonly unknown[];
}

/**
 * The type by which written programs leave a value undescribed, as the code of users does: the migration has to cope with
 * what has no type. It is a word of their text and types nothing here.
 */
export const undescribed = 'any';

/** A module while it is written. */
export class Sheet {
  readonly plan: ProgramPlan;
  readonly entries: Entry[] = [];
  readonly #imports = new Map<string, string>();
  readonly #declarations: string[] = [];
  readonly #late: string[] = [];
  readonly #body: string[] = [];
  readonly #constants = new Map<string, string>();
  readonly #names = new Set<string>();

  constructor(plan: ProgramPlan) {
    this.plan = plan;
  }

  /** A string literal. */
  quote(text: string): string {
    const { quote } = this.plan.style;
    return quote + text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll(quote, `\\${quote}`) + quote;
  }

  /** What only TypeScript has, such as an annotation. */
  typed(text: string): string {
    return this.plan.language === 'ts' ? text : '';
  }

  /** A name that the module does not have yet. */
  name(wish: string): string {
    let name = wish;
    for (let count = 2; this.#names.has(name); count++) name = `${wish}${String(count)}`;
    this.#names.add(name);
    return name;
  }

  /** Declares a constant of the module; one that is declared already serves again. */
  constant(wish: string, value: string): string {
    const known = this.#constants.get(`${wish} ${value}`);
    if (known !== undefined) return known;
    const name = this.name(wish);
    this.#constants.set(`${wish} ${value}`, name);
    this.declare(`const ${name} = ${value};`);
    return name;
  }

  /** Declares something once, however often it is asked for. */
  once(text: string): void {
    if (!this.#declarations.includes(text)) this.declare(text);
  }

  /** Puts a statement above what is called. */
  declare(text: string): void {
    this.#declarations.push(text);
  }

  /** Puts a statement at the end of the module, before anything of it is called. */
  later(text: string): void {
    this.#late.push(text);
  }

  /** Puts a function or a class below the declarations. */
  add(text: string): void {
    this.#body.push(text);
  }

  /** Adds an import, or the `require` that means the same. */
  import(specifier: string, clause: string, required = clause): void {
    const from = this.quote(specifier);
    const text =
      this.plan.modules === 'esm' ? `import ${clause} from ${from};` : `const ${required} = require(${from});`;
    this.#imports.set(text, text);
  }

  /** The whole text. */
  toText(): string {
    const blocks = [
      [...this.#imports.values()].join('\n'),
      this.#declarations.join('\n'),
      ...this.#body,
      this.#late.join('\n'),
      this.plan.modules === 'cjs' ? this.#moduleExports() : '',
    ];
    const text = `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
    return this.plan.style.semicolons ? text : text.replaceAll(/;$/gm, '');
  }

  #moduleExports(): string {
    return `module.exports = { ${[...new Set(this.entries.map(({ name }) => name))].join(', ')} };`;
  }
}
