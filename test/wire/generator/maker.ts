import type { Sheet } from './sheet.ts';
import type { TextPlan } from './text-plan.ts';
import { writeClass } from './write-class.ts';
import { writeOptions } from './write-options.ts';
import type { Parameter } from './write-text.ts';
import type { ClientPlan } from './client-plan.ts';

/** What makes the client of one part. */
export class Maker {
  readonly sheet: Sheet;
  readonly parameters: Parameter[] = [];
  readonly #client: ClientPlan;

  constructor(sheet: Sheet, client: ClientPlan) {
    this.sheet = sheet;
    this.#client = client;
  }

  /** The name of the class, which is its type as well. */
  type(): string {
    return writeClass(this.sheet, this.#client.client === 'azure' ? 'AzureOpenAI' : 'OpenAI');
  }

  /** The name of the class inside the package. */
  exportedName(): string {
    return this.#client.client === 'azure' ? 'AzureOpenAI' : 'OpenAI';
  }

  /** A `new` expression; inside a function, the options may come from its parameters. */
  create(place: 'function' | 'module' = 'module', name = this.type()): string {
    return `new ${name}(${writeOptions(this.sheet, this.#client, place === 'function' ? this.parameters : undefined)})`;
  }

  /** A maker of the same client whose deployment is a parameter of the function that makes it, or a field there. */
  withDeployment(form: 'own-field' | 'parameter' = 'parameter'): Maker {
    const { deployment = { value: 'support-chat' } } = this.#client;
    return new Maker(this.sheet, { ...this.#client, deployment: { form, value: deployment.value } });
  }

  /** A maker of the same client whose deployment is a name around it, and all else is known to the module. */
  withLooseDeployment(): Maker {
    const { endpoint, keyText, version } = this.#client;
    const known = (text: TextPlan): TextPlan => (text.form === 'parameter' ? { ...text, form: 'constant' } : text);
    const texts = { endpoint: known(endpoint), keyText: known(keyText), version: version && known(version) };
    return new Maker(this.sheet, { ...this.#client, ...texts }).withDeployment();
  }

  /** Declares a constant of the module. */
  constant(value = this.create(), wish = 'client', prefix = ''): string {
    const name = this.sheet.name(wish);
    this.sheet.declare(`${prefix}const ${name} = ${value};`);
    return name;
  }

  /** The parameters that `create` asked for. */
  declared(modifier = ''): string {
    return this.parameters.map(({ name }) => `${modifier}${name}${this.sheet.typed(': string')}`).join(', ');
  }

  /** What the parameters get. */
  given(): string {
    return this.parameters.map(({ argument }) => argument).join(', ');
  }
}
