/**
 * chengxin/rubrics: the rubrics of the package as data, for places without a disk. Only the declaration stands here; the
 * build writes the texts beside it, from the folder `rubrics`.
 */
import type { Rubric, Title } from "./model/rubric.js";

/** A rubric that comes with the package: its text, and what its head says of it. */
export interface ShippedRubric {
  readonly kind: Rubric["kind"];
  /** Of a sheet: `base`, `sector` or `district`; null for schemes. */
  readonly category: string | null;
  readonly id: string;
  readonly version: string;
  readonly title: Title;
  /** A drafted one marks every assessment built on it. */
  readonly status: Rubric["status"];
  /** Its place in the package, below `rubrics/`. */
  readonly file: string;
  /** As it stands in that file, byte for byte, so that records made with either name the same digests. */
  readonly text: string;
}

/**
 * Every scheme and sheet of the package, in the order of their files.
 *
 * @example
 * ```ts
 * import { compileScheme, parseRubric } from "chengxin";
 * import { shippedRubrics } from "chengxin/rubrics";
 *
 * const grading = shippedRubrics.find(({ id }) => id === "culture-tourism-credit");
 * console.log(grading?.kind, grading?.status); // scheme drafted
 * const scheme = compileScheme([parseRubric(grading!.text)], "culture-tourism-credit");
 * ```
 */
export declare const shippedRubrics: readonly ShippedRubric[];
