/**
 * What is wrong with what was given: the one shape in which every refusal that can be put right is told, whether by a
 * page, the command line or another program.
 */
export type Problem<Code extends string = string> = {
  /** The field of the input; left out where the problem belongs to none. */
  readonly field?: string;
  /** What a page translates, such as "missing". */
  readonly code: Code;
  /** What the text tells beside it, such as the longest that may be. */
  readonly values?: Readonly<Record<string, string | number>>;
};
