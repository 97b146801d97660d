import type { TextEdit } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';
import { changeObject, renamedKey, separatorAfter } from '../../edits/object-edits.ts';
import type { SourceModule } from '../../source-module.ts';
import { hasComment, sourceOf } from '../../syntax/layout.ts';
import { literalText } from '../../syntax/nodes.ts';
import { readApiVersion } from './api-version.ts';
import type { ClientOption, ClientOptions } from './client-options.ts';
import { judgeBaseUrl, judgeEndpoint, type ClientUrl } from './client-url.ts';
import { concern, type Concern } from './concern.ts';
import type { SdkStanding } from '../sdk/sdk-standing.ts';
import { judgeProvider } from './credential.ts';
import { defaultBaseUrl, defaultKey, fillArguments, hiddenEnvironment } from './environment-options.ts';
import { deploymentOf, type Deployment } from './deployment.ts';
import { uncertainOptions } from './uncertain-options.ts';
import { headerConcerns, isSameSource, withoutKey, withoutVersion } from './request-defaults.ts';

/** What becomes of a client's options on the v1 API. */
export interface OptionsJudgement {
  readonly edits: readonly TextEdit[];
  readonly concerns: readonly Concern[];
  readonly deployment: Deployment | undefined;
  /** The deployment stood in the URL, so it won over every model. */
  readonly isDeploymentInUrl: boolean;
  /** Expressions that go, and what they were for. */
  readonly removed: readonly TSESTree.Node[];
}

/** What the judgement needs to know besides the options. */
export interface OptionsContext {
  readonly module: SourceModule;
  readonly construction: TSESTree.NewExpression;
  readonly className: 'AzureOpenAI' | 'OpenAI';
  readonly sdk: SdkStanding;
  readonly runtime: 'node' | 'deno';
}

const untouched = { edits: [], deployment: undefined, isDeploymentInUrl: false, removed: [] };

/** Judges the options of a client and rewrites them for `OpenAI` on the v1 API. */
export function judgeOptions(context: OptionsContext, options: ClientOptions): OptionsJudgement {
  if (options.kind === 'unknown') return { ...untouched, concerns: [concern('options-unknown', options.detail)] };
  if (options.kind === 'none')
    return {
      ...untouched,
      edits: [fillArguments(context, context.construction)],
      concerns: hiddenEnvironment(context, context.construction),
    };
  const rewrite = new OptionsRewrite(context, options.options, options.object);
  return rewrite.judge();
}

/** One rewrite of one options object, spread ones included. */
class OptionsRewrite {
  readonly #context: OptionsContext;
  readonly #options: ReadonlyMap<string, ClientOption>;
  readonly #object: TSESTree.ObjectExpression;
  readonly #removed = new Set<TSESTree.Node>();
  readonly #replaced = new Map<TSESTree.Node, string>();
  readonly #added: string[] = [];
  readonly #edits: TextEdit[] = [];
  readonly #concerns: Concern[] = [];

  constructor(context: OptionsContext, options: ReadonlyMap<string, ClientOption>, object: TSESTree.ObjectExpression) {
    this.#context = context;
    this.#options = options;
    this.#object = object;
  }

  judge(): OptionsJudgement {
    this.#concerns.push(...uncertainOptions(this.#context, this.#options));
    const url = this.#takeUrl();
    this.#takeCredential();
    this.#takeVersion();
    const deployment = this.#options.get('deployment');
    this.#remove(deployment);
    return {
      edits: [...this.#edits, ...this.#objectEdits()],
      concerns: this.#concerns,
      deployment: url.deployment ?? deploymentOf(this.#context.module, deployment?.value),
      isDeploymentInUrl: url.deployment !== undefined,
      removed: [...this.#removed, ...this.#rewrittenUrls()],
    };
  }

  #takeUrl(): ClientUrl {
    const { module } = this.#context;
    const endpoint = this.#options.get('endpoint');
    const base = this.#options.get('baseURL');
    if (endpoint && base) return this.#note({ baseUrl: undefined, concerns: [concern('base-url-twice')] });
    const option = endpoint ?? base;
    if (!option) {
      // `OpenAI` reads none of the variables of `AzureOpenAI`, so nothing may be written out for it.
      if (this.#context.className === 'OpenAI')
        return this.#note({ baseUrl: undefined, concerns: [concern('left-over-unclear')] });
      this.#added.push(`baseURL: ${defaultBaseUrl(this.#context)}`);
      return this.#note({ baseUrl: undefined, concerns: this.#hiddenEnvironment() });
    }
    const url = this.#note(endpoint ? judgeEndpoint(module, option.value) : judgeBaseUrl(module, option.value));
    // Without a deployment nothing says that `${url}/openai` is Azure OpenAI's and not, say, a Foundry project's.
    if (this.#context.className === 'OpenAI' && url.isResourceUrl) this.#concerns.push(concern('base-url-opaque'));
    if (url.baseUrl !== undefined) this.#replace(option, 'baseURL', url.baseUrl);
    return url;
  }

  #note(url: ClientUrl): ClientUrl {
    this.#concerns.push(...url.concerns);
    return url;
  }

  #takeCredential(): void {
    const { module, sdk } = this.#context;
    const provider = this.#options.get('azureADTokenProvider');
    const key = this.#options.get('apiKey');
    if (provider) {
      this.#concerns.push(...judgeProvider(module, this.#options, provider, sdk));
      this.#replace(provider, 'apiKey', sourceOf(module, provider.value));
    }
    const headers = this.#options.get('defaultHeaders');
    const { value, isEmpty, edits, concerns } = withoutKey(module, headers);
    if (this.#context.className === 'AzureOpenAI') this.#concerns.push(...headerConcerns(module, headers, concerns));
    if (value && concerns.length === 0) {
      if (isEmpty) this.#remove(headers);
      else this.#edits.push(...edits);
      this.#takeHeaderKey(key, provider, value);
    } else if (!key && !provider && this.#context.className === 'AzureOpenAI') {
      this.#concerns.push(...this.#hiddenEnvironment());
      this.#addKey(defaultKey(this.#context));
    }
  }

  #hiddenEnvironment(): readonly Concern[] {
    return hiddenEnvironment(this.#context, this.#context.construction);
  }

  /** A new key stands behind the URL. */
  #addKey(value: string): void {
    const url = [...this.#replaced].find(([property]) => property.parent === this.#object);
    if (!url) this.#added.push(`apiKey: ${value}`);
    else this.#replaced.set(url[0], `${url[1]}${separatorAfter(this.#context.module, url[0])}apiKey: ${value}`);
  }

  /** The key was sent as a header; now it is the key. */
  #takeHeaderKey(key: ClientOption | undefined, provider: ClientOption | undefined, header: TSESTree.Node): void {
    const { module } = this.#context;
    if (key && isSameSource(module, key.value, header)) return;
    if (provider || (key && literalText(key.value) === undefined)) this.#concerns.push(concern('second-credential'));
    else {
      this.#concerns.push(concern('header-credential'));
      if (key) this.#replace(key, 'apiKey', sourceOf(module, header));
      else this.#addKey(sourceOf(module, header));
    }
  }

  #takeVersion(): void {
    const { module } = this.#context;
    const version = this.#options.get('apiVersion');
    this.#concerns.push(...readApiVersion(module, version?.value).concerns);
    this.#remove(version);
    const query = this.#options.get('defaultQuery');
    const { value, isEmpty, edits, concerns } = withoutVersion(module, query);
    this.#concerns.push(...concerns);
    if (isEmpty) this.#remove(query);
    this.#edits.push(...edits);
    if (value && !isEmpty) this.#removed.add(value);
  }

  #replace({ property }: ClientOption, name: string, value: string): void {
    this.#noteComment(property);
    this.#replaced.set(property, `${renamedKey(this.#context.module, property, name)}: ${value}`);
  }

  #remove(option: ClientOption | undefined): void {
    if (!option) return;
    this.#noteComment(option.property);
    this.#removed.add(option.property);
  }

  #noteComment({ range: [start, end] }: TSESTree.Property): void {
    if (hasComment(this.#context.module, start, end)) this.#concerns.push(concern('comment'));
  }

  /** A constant that held the whole old URL is of no more use once the URL is spelled anew. */
  #rewrittenUrls(): readonly TSESTree.Node[] {
    return [...this.#replaced.keys()].flatMap((property) => (property.type === 'Property' ? [property.value] : []));
  }

  #objectEdits(): readonly TextEdit[] {
    const { module } = this.#context;
    const objects = new Set([this.#object, ...[...this.#options.values()].map(({ object }) => object)]);
    return [...objects].flatMap((object) => {
      const ofObject = (node: TSESTree.Node) => node.parent === object;
      return changeObject(module, object, {
        removed: new Set([...this.#removed].filter(ofObject)),
        replaced: new Map([...this.#replaced].filter(([property]) => ofObject(property))),
        added: object === this.#object ? this.#added : [],
      });
    });
  }
}
