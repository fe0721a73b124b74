/** Names by their number, in order of appearance. */
export interface Names {
  readonly length: number;
  at(code: number): string;
}

const DIGIT_0 = 48;
const DIGIT_9 = 57;

/** Whole numbers longer than this might not fit in 31 bits. */
const LONGEST_NUMBER = 9;

/**
 * Gives names numbers, in order of appearance. Most files of millions of rows have plain whole numbers for ids: those
 * are kept as such, at a tenth of the room and time of text.
 */
export class Numbering {
  readonly #names: (string | number)[] = [];
  readonly #texts = new Map<string, number>();
  readonly #numbers = new NumberTable();

  /**
   * The names alone: what finds the code of a name takes more room than the names. Nothing may be numbered afterwards.
   */
  done(): Names {
    const names = this.#names;
    return { length: names.length, at: (code) => String(names[code] ?? "") };
  }

  /** `key` is what makes two names the same; the first spelling is kept. */
  of(name: string, key = name): number {
    const number = plainNumber(key);
    const next = this.#names.length;
    if (number >= 0) {
      const code = this.#numbers.of(number, next);
      if (code === next) this.#names.push(number);
      return code;
    }
    const known = this.#texts.get(key);
    if (known !== undefined) return known;
    this.#names.push(name);
    this.#texts.set(key, next);
    return next;
  }
}

/** The number that a text is the one way to write; -1 for any other text. */
function plainNumber(text: string): number {
  const { length } = text;
  if (length === 0 || length > LONGEST_NUMBER) return -1;
  if (length > 1 && text.charCodeAt(0) === DIGIT_0) return -1;
  let number = 0;
  for (let i = 0; i < length; i++) {
    const digit = text.charCodeAt(i);
    if (digit < DIGIT_0 || digit > DIGIT_9) return -1;
    number = 10 * number + digit - DIGIT_0;
  }
  return number;
}

/** Codes by whole number: open addressing, each number beside its code. */
class NumberTable {
  #entries = new Int32Array(2048).fill(-1);
  #size = 0;

  /** The number's code, which is `next` when it is new. */
  of(number: number, next: number): number {
    const at = this.#slot(number);
    if (this.#entries[at] === number) return this.#entries[at + 1] as number;
    this.#entries[at] = number;
    this.#entries[at + 1] = next;
    this.#size++;
    if (4 * this.#size > this.#entries.length) this.#grow();
    return next;
  }

  /** Numbers near each other stay near each other, as they do in files; what is above 12 bits scatters. */
  #slot(number: number): number {
    const entries = this.#entries;
    const mask = entries.length - 1;
    let at = (2 * (number ^ Math.imul(number >>> 12, 0x9e3779b1))) & mask;
    while (entries[at] !== -1 && entries[at] !== number) at = (at + 2) & mask;
    return at;
  }

  #grow(): void {
    const old = this.#entries;
    this.#entries = new Int32Array(2 * old.length).fill(-1);
    for (let i = 0; i < old.length; i += 2) {
      const number = old[i] as number;
      if (number === -1) continue;
      const at = this.#slot(number);
      this.#entries[at] = number;
      this.#entries[at + 1] = old[i + 1] as number;
    }
  }
}
