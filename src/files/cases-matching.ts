/** Which files of golden cases a pattern means. */
import { resolve } from "node:path";
import { isCasesFile, listFiles } from "./list.js";
import { shown } from "./read.js";

/**
 * A file, a folder with everything below it, or a pattern: `*` and `?` stand for letters of a name, `**` for any folders.
 *
 * @throws RubricError when a folder or file is not there.
 */
export async function casesMatching(pattern: string): Promise<readonly string[]> {
  const steps = shown(pattern).split("/");
  const first = steps.findIndex((step) => /[*?]/.test(step));
  if (first < 0) return listFiles([pattern], isCasesFile);
  const folder = steps.slice(0, first).join("/") || (pattern.startsWith("/") ? "/" : ".");
  const wanted = regularExpression(shown(resolve(folder)), steps.slice(first));
  return (await listFiles([folder], isCasesFile)).filter((file) => wanted.test(shown(resolve(file))));
}

function regularExpression(folder: string, steps: readonly string[]): RegExp {
  const below = steps.map((step, i) => {
    if (step === "**") return "(?:[^/]+/)*";
    const name = step
      .replaceAll(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", "[^/]*")
      .replaceAll("?", "[^/]");
    return i === steps.length - 1 ? name : `${name}/`;
  });
  const start = folder.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${start.endsWith("/") ? start : `${start}/`}${below.join("")}$`, "u");
}
