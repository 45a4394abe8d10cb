/** For each code an example: lines that are reported with that code and nothing else, and the same lines put right. */

/**
 * Lines of YAML by where they stand, without the indentation of their place. What is not said is that of the small
 * working rubric in `frames.ts`.
 */
export interface Parts {
  /** A whole rubric file, instead of the sheet. */
  readonly file?: string;
  /** At the top of the sheet; a key that stands there already is replaced. */
  readonly sheet?: string;
  /** Below `facts:` of the sheet, instead of what stands there. */
  readonly facts?: string;
  /** Below `indicators:` of the sheet, instead of what stands there. */
  readonly indicators?: string;
  /** In the one indicator of the sheet, below its id, title and points. */
  readonly leaf?: string;
  /** At the top of the scheme; a key that stands there already is replaced. */
  readonly scheme?: string;
  /** At the top of the fact sheet; a key that stands there already is replaced. */
  readonly factSheet?: string;
  /** At the top of a file of golden cases; a key that stands there already is replaced. */
  readonly cases?: string;
  /** A second rubric file beside the others. */
  readonly other?: string;
  /** What a program hands over instead of text: a JavaScript expression. */
  readonly value?: string;
  /** What is typed behind `chengxin`. */
  readonly command?: string;
}

export interface Example {
  /** What both have in common and the mistake is about; shown once. */
  readonly given?: Parts;
  readonly bad: Parts;
  readonly good: Parts;
  /** Where the shown lines stand for more than can be shown, such as a file of a million characters: what they stand for. */
  readonly abridged?: { readonly zh: string; readonly en: string };
}
