import { isHarmlessValue, namesCredential } from './credential-words.ts';
import { hidden, redactPhrase, redactRun } from './redact-phrase.ts';

/** One token: a string that ends on its line, the beginning of a comment, a word, an operator, any other character. */
const tokens =
  /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\\n]|\\.)*`|\/\/|\/\*|[\w$][\w$+./-]*|\?\?|\|\||\\.|[^]/g;

/** Functions that take a credential's name or scope and return the credential. */
const getter = /(?:^|\.)(?:get|fetch|read|load|require|acquire|find|create|generate|parse|verify|count)[^.]*$/i;

/**
 * Hides what looks like a credential in source text: values behind names such as `apiKey`, and runs of characters that
 * no person writes. Lines stay lines. Every step is linear in the length of the text.
 */
export function redact(text: string): string {
  const scan = new CredentialScan();
  return text.replace(tokens, (token) => scan.rewrite(token));
}

/** Follows the tokens of a text from a telling name to its value. */
class CredentialScan {
  /** The last word announced a credential. */
  private named = false;
  /** What follows is the value. */
  private armed = false;
  /** The name was the first argument of a call: the value comes after the comma. */
  private awaitsComma = false;
  /** The value ends with the arguments. */
  private inCall = false;
  private inComment = false;
  private previous = '\n';

  rewrite(token: string): string {
    const result = /^['"`]./s.test(token) ? this.rewriteString(token) : this.rewriteOther(token);
    if (token === '\n' || token.trim() !== '') this.previous = token;
    return result;
  }

  private rewriteString(token: string): string {
    const quote = token.charAt(0);
    const value = token.slice(1, -1);
    if (this.armed && !this.awaitsComma && !isHarmlessValue(value)) return `${quote}${hideValue(value)}${quote}`;
    this.named = namesCredential(value);
    if (this.named && /^[([]$/.test(this.previous)) this.armed = this.awaitsComma = this.inCall = true;
    return `${quote}${redactPhrase(value)}${quote}`;
  }

  private rewriteOther(token: string): string {
    if (/^[\w$]/.test(token)) return this.rewriteWord(token);
    if (token === '\n') this.endLine();
    else if (token === '//' || token === '/*' || (token === '*' && this.previous === '\n')) this.inComment = true;
    else if (/^(?:[:=(]|\?\?|\|\|)$/.test(token)) this.arm(token);
    else if (token === ',' && this.awaitsComma) this.awaitsComma = false;
    else if (token === ']' && this.awaitsComma) this.armed = this.awaitsComma = this.inCall = false;
    else if (/^[,;{}]$/.test(token) || (token === ')' && this.inCall)) this.disarm();
    return token;
  }

  private rewriteWord(token: string): string {
    if (this.armed && this.inComment && token.length >= 8 && /\d/.test(token)) return hidden;
    this.named = namesCredential(token);
    return redactRun(token);
  }

  private arm(operator: string): void {
    if (!this.named || (operator === '(' && getter.test(this.previous))) return;
    if (!this.armed) this.inCall = operator === '(';
    this.armed = true;
  }

  /** A value may stand on the line after its name, when the line ends with an operator. */
  private endLine(): void {
    this.inComment = false;
    if (!/^(?:[:=(,?]|\?\?|\|\||\n)$/.test(this.previous)) this.armed = this.awaitsComma = false;
  }

  private disarm(): void {
    this.armed = this.named = this.awaitsComma = this.inCall = false;
  }
}

function hideValue(value: string): string {
  const parts = value.split(/(\$\{[^}]*\})/);
  return parts.map((part, index) => (index % 2 === 1 || isHarmlessValue(part) ? part : hidden)).join('');
}
