import { writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { defineConfig } from "tsup";
import type * as files from "./src/node.js";

// One output file for each source file: a program that only scores then loads neither the YAML reader nor the validator.
// Declarations come from tsc afterwards (the script `build`), so this runs first and may empty `dist`.
export default defineConfig({
  entry: ["src/**/*.ts"],
  outDir: "dist",
  format: "esm",
  platform: "neutral",
  target: "es2022",
  bundle: false,
  dts: false,
  clean: true,
  onSuccess: writeRubrics,
});

/** The door `chengxin/rubrics`: read by what has just been built, so that no rubric with errors is ever shipped. */
async function writeRubrics(): Promise<void> {
  // By its address: a plain specifier would be looked for while this file is read, when there is no build yet.
  const { loadRubrics } = (await import(pathToFileURL("dist/node.js").href)) as typeof files;
  const { rubrics, diagnostics, texts } = await loadRubrics("rubrics");
  const [wrong] = diagnostics.filter(({ severity }) => severity === "error");
  if (wrong) throw new Error(`${wrong.file ?? "rubrics"}: ${wrong.message.en}`);
  const shipped = rubrics.map(({ rubric, file }) => {
    const { kind, id, version, title, status } = rubric;
    const category = rubric.kind === "sheet" ? rubric.category : null;
    return {
      kind,
      category,
      id,
      version,
      title,
      status,
      file: file!.replace(/^rubrics\//, ""),
      text: texts!.get(file!)!,
    };
  });
  const entries = shipped.map((entry) => `  ${JSON.stringify(entry)},\n`).join("");
  await writeFile("dist/rubrics.js", `export const shippedRubrics = [\n${entries}];\n`);
}
