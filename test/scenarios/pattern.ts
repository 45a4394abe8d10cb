/** One scoring pattern of published sheets, named by its id in the catalogue of patterns. */
import { test } from "vitest";

/** Letter and count of each chapter: values, events, composition, decisions, audit columns. */
export const CHAPTERS: Readonly<Record<string, number>> = { A: 22, B: 19, C: 17, D: 19, E: 5 };

export function pattern(id: string, title: string, check: () => void): void {
  test(`${id} ${title}`, check);
}
