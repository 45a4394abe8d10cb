/** Rubrics that were loaded together: what schemes find their sheets in. */
import type { Diagnostic } from "./diagnostic.js";
import type { Locate } from "./document.js";
import type { Rubric } from "./rubric.js";

/** A rubric with the file it came from and the places in it. */
export interface LoadedRubric {
  readonly rubric: Rubric;
  /** As given by the caller, POSIX; absent for rubrics that came from no file. */
  readonly file?: string;
  readonly locate?: Locate;
}

/** A file that could not be used: what it says of itself keeps another version from taking its place unnoticed. */
export interface BrokenRubric {
  readonly file: string;
  /** Absent where not even the id could be read. */
  readonly id?: string;
}

/** What `loadRubrics` gives: every rubric that could be used, and what was found in all files that were read. */
export interface RubricSet {
  readonly rubrics: readonly LoadedRubric[];
  readonly broken?: readonly BrokenRubric[];
  /** Of every file that was read, the broken ones included: those are not among the rubrics. */
  readonly diagnostics: readonly Diagnostic[];
  /** Texts by file name, to show findings in; absent for rubrics that came from no file. */
  readonly texts?: ReadonlyMap<string, string>;
}
