/** The rubrics that golden cases or a scheme need: beside their file, or in a folder above it. */
import { lstat, readdir } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { LoadedCases } from "../model/cases.js";
import type { Rubric } from "../model/rubric.js";
import type { RubricSet } from "../model/rubric-set.js";
import { isRubricFile } from "./list.js";
import { readRubricFile, rubricSetOf } from "./rubrics.js";

/** As deep as rubrics are usually filed: `sheets/sectors/` of `rubrics/`. */
const MOST_LEVELS = 4;

/** A folder with more below it is somebody's disk, and no folder of rubrics. */
const MOST_ENTRIES = 2000;

/** With the sheets that the cases need, if some folder has them all; undefined where none has even the rubric. */
export function rubricsNear(loaded: LoadedCases): Promise<RubricSet | undefined> {
  return climb(
    loaded.file,
    (set) => isComplete(set, loaded),
    (set) => hasRubric(set, loaded),
  );
}

/** The sheets of schemes that are checked alone. Without a folder that has them all, those that were named must do. */
export async function withSheetsNear(named: RubricSet): Promise<RubricSet> {
  let set = named;
  for (const { rubric, file } of named.rubrics) {
    if (rubric.kind !== "scheme" || file === undefined) continue;
    const wanted = fixedSheets(rubric);
    const has = (found: RubricSet): boolean => wanted.every((id) => idsIn(found).has(id));
    if (has(set)) continue;
    const near = await climb(file, has, () => false);
    const files = new Set(set.rubrics.map((each) => each.file));
    const sheets = near?.rubrics.filter((each) => each.rubric.kind === "sheet" && !files.has(each.file)) ?? [];
    const broken = near?.broken?.filter((each) => !named.broken?.some((own) => own.file === each.file)) ?? [];
    set = { ...set, rubrics: [...set.rubrics, ...sheets], broken: [...(set.broken ?? []), ...broken] };
  }
  return set;
}

/** From the folder of a file upwards, until a set is enough; else the first that is better than nothing. */
async function climb(
  file: string,
  isEnough: (set: RubricSet) => boolean,
  isSome: (set: RubricSet) => boolean,
): Promise<RubricSet | undefined> {
  let folder = dirname(file);
  let nearest: RubricSet | undefined;
  for (let level = 0; level < MOST_LEVELS; level += 1) {
    const files = await rubricFilesBelow(folder);
    if (!files) return nearest;
    const set = await readAll(files);
    if (isEnough(set)) return set;
    if (isSome(set)) nearest ??= set;
    if (await isEnd(folder)) return nearest;
    folder = join(folder, "..");
  }
  return nearest;
}

/** What lies above a project, or in the folder of all projects, belongs to something else. */
async function isEnd(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((): string[] => []);
  const above = resolve(folder, "..");
  const isOutside = [resolve("/"), homedir(), tmpdir()].some((outside) => above === resolve(outside));
  return isOutside || names.includes(".git") || names.includes("package.json");
}

/** Whether a set holds what the cases name: the rubric, its sheets, and those that a case chooses. */
export function isComplete(set: RubricSet, loaded: LoadedCases): boolean {
  const { of, cases } = loaded.cases;
  const found = set.rubrics.map(({ rubric }) => rubric);
  const there = idsIn(set);
  if (!there.has(of.id)) return false;
  const isNamed = (rubric: Rubric) => rubric.id === of.id && rubric.kind === of.kind;
  const sheets = found.filter(isNamed).flatMap((rubric) => (rubric.kind === "scheme" ? fixedSheets(rubric) : []));
  const chosen = cases.flatMap(({ factSheet }) => factSheet.sheets.map(({ sheet }) => sheet));
  return [...sheets, ...chosen].every((id) => there.has(id));
}

function hasRubric(set: RubricSet, { cases }: LoadedCases): boolean {
  return idsIn(set).has(cases.of.id);
}

/** A broken rubric is there too: what is wrong with it should be told, and no other be taken instead. */
function idsIn({ rubrics, broken = [] }: RubricSet): ReadonlySet<string> {
  return new Set([...rubrics.map(({ rubric }) => rubric.id), ...broken.flatMap(({ id }) => id ?? [])]);
}

function fixedSheets({ blend }: Extract<Rubric, { kind: "scheme" }>): readonly string[] {
  return blend.flatMap(({ from }) => ("sheet" in from ? [from.sheet] : []));
}

async function readAll(files: readonly string[]): Promise<RubricSet> {
  const readings = [];
  for (const file of files) readings.push(await readRubricFile(file));
  return rubricSetOf(readings);
}

async function rubricFilesBelow(folder: string): Promise<readonly string[] | undefined> {
  let left = MOST_ENTRIES;
  return walk(folder);

  async function walk(at: string): Promise<readonly string[] | undefined> {
    // What may not be read holds nothing for us.
    const names = await readdir(at).catch((): string[] => []);
    left -= names.length;
    if (left < 0) return undefined;
    const files: string[] = [];
    for (const name of names.sort()) {
      if (name.startsWith(".") || name === "node_modules") continue;
      const path = join(at, name);
      const entry = await lstat(path).catch(() => undefined);
      if (entry?.isDirectory()) {
        const below = await walk(path);
        if (!below) return undefined;
        files.push(...below);
      } else if (entry?.isFile() && isRubricFile(name)) files.push(path);
    }
    return files;
  }
}
