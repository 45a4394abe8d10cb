/** The rubrics that come with the package. */
import { fileURLToPath } from "node:url";
import type { FactSheet } from "../model/fact.js";
import type { Component } from "../model/rubric.js";
import type { RubricSet } from "../model/rubric-set.js";
import { decodeText } from "../parse/decode-text.js";
import { isRubricFile, listFiles } from "./list.js";
import { readBytes, shown } from "./read.js";
import { type RubricReading, loadRubrics, readRubricBytes, rubricSetOf } from "./rubrics.js";

export function shippedRubrics(): Promise<RubricSet> {
  return loadRubrics(FOLDER);
}

const FOLDER = fileURLToPath(new URL("../../rubrics", import.meta.url));

/**
 * Of the shipped rubrics only those that a fact sheet is scored with: to check thirty sheets takes longer than to score
 * with two. Each is read once. All of them where the fact sheet leaves a sheet open, or names what is not there, because
 * then the others are told.
 */
export async function shippedShelf(): Promise<(factSheet: FactSheet) => RubricSet> {
  const shelf = await lookThrough();
  return (factSheet) => {
    const wanted = neededBy(factSheet, shelf) ?? shelf;
    // In the order of their files, as when all are read.
    return rubricSetOf(shelf.filter((each) => wanted.includes(each)).map(({ read }) => read()));
  };
}

/** One file: what its head says, and the rubric once somebody wants it. */
interface Shipped {
  readonly kind?: string;
  readonly id?: string;
  readonly category?: string;
  readonly read: () => RubricReading;
}

async function lookThrough(): Promise<readonly Shipped[]> {
  const shelf: Shipped[] = [];
  for (const path of await listFiles([FOLDER], isRubricFile)) {
    const bytes = await readBytes(path, "rubric");
    let reading: RubricReading | undefined;
    const read = () => (reading ??= readRubricBytes(bytes, shown(path)));
    shelf.push({ ...headOf(decodeText(bytes).text ?? ""), read });
  }
  return shelf;
}

/** Our own files: what they are is a plain word at the beginning of a line. */
function headOf(text: string): Omit<Shipped, "read"> {
  return Object.fromEntries(
    [...text.matchAll(/^(kind|id|category): +([\w-]+)/gm)].map(([, key, word]) => [key!, word!]),
  );
}

/** Undefined where the fact sheet does not settle which. */
function neededBy({ scheme, sheets }: FactSheet, shelf: readonly Shipped[]): readonly Shipped[] | undefined {
  const versions = shelf.filter(({ kind, id }) => kind === "scheme" && id === scheme.id);
  const schemes = versions.flatMap(({ read }) => read().rubric?.rubric ?? []);
  const isThere = schemes.some(({ version }) => scheme.version === undefined || scheme.version === version);
  const found = schemes.flatMap((rubric) => {
    if (rubric.kind !== "scheme" || rubric.sheet) return [];
    return rubric.blend.map((component) => sheetsNamed(component, sheets, shelf));
  });
  const isSettled = isThere && found.every((named) => named.length > 0);
  return isSettled ? [...versions, ...found.flat()] : undefined;
}

function sheetsNamed(
  { id: component, from }: Component,
  chosen: FactSheet["sheets"],
  shelf: readonly Shipped[],
): readonly Shipped[] {
  const sheets = shelf.filter(({ kind }) => kind === "sheet");
  if ("sheet" in from) return sheets.filter(({ id }) => id === from.sheet);
  const choice = chosen.find((each) => each.component === component);
  return sheets.filter(({ id, category }) => id === choice?.sheet && from.oneOf.some((one) => one === category));
}
