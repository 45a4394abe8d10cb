/** `--update`: what came out, written over what was expected, as splices of the text. Nothing else is touched. */
import { readFile, writeFile } from "node:fs/promises";
import { RubricError } from "../index.js";
import { diagnose } from "../messages/diagnose.js";
import type { CasesResult, Change, Difference, LoadedCases } from "../model/cases.js";

const BOM = "\uFEFF";

/** @throws RubricError when a file cannot be written. */
export async function rewrite({ cases }: CasesResult, loaded: readonly LoadedCases[]): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const one of loaded) {
    const made = cases
      .filter(({ file }) => file === one.file)
      .flatMap(({ name, differences }) => differences.flatMap((each) => changeOf(name, each, one) ?? []));
    if (made.length === 0 || one.file === "<stdin>") continue;
    await write(one, made);
    changes.push(...made.map(({ change }) => change));
  }
  return changes;
}

interface Splice {
  readonly change: Change;
  readonly offset: readonly [number, number];
}

function changeOf(name: string, difference: Difference, { file, text, locate }: LoadedCases): Splice | undefined {
  const { path, about, actual } = difference;
  const offset = locate(path, "value")?.offset;
  if (!offset || actual.startsWith("[")) return undefined;
  const before = text.slice(...offset);
  const after = likeWritten(before, actual);
  return { change: { file, name, about, before, after }, offset };
}

/** As many places as the author wrote, as long as that changes no value: 40.00 becomes 39.50. */
function likeWritten(before: string, actual: string): string {
  const quote = /^(["']).*\1$/s.exec(before)?.[1] ?? "";
  const places = /\.(\d+)["']?$/.exec(before)?.[1]?.length ?? 0;
  if (places === 0 || !/^-?\d+(?:\.\d+)?$/.test(actual)) return `${quote}${actual}${quote}`;
  const [whole, decimals = ""] = actual.split(".");
  return `${quote}${whole}.${decimals.padEnd(places, "0")}${quote}`;
}

async function write({ file, text }: LoadedCases, splices: readonly Splice[]): Promise<void> {
  const backwards = [...splices].sort((a, b) => b.offset[0] - a.offset[0]);
  const mended = backwards.reduce(
    (so, { offset: [start, end], change }) => so.slice(0, start) + change.after + so.slice(end),
    text,
  );
  try {
    const start = (await readFile(file, "utf8")).startsWith(BOM) ? BOM : "";
    await writeFile(file, start + mended);
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new RubricError([diagnose("not-written", { path: "", file }, { file, reason })]);
  }
}
