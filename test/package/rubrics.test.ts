/** The door `chengxin/rubrics`: what is in the folder, for places that have none. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isRubricFile } from "../../src/files/list.js";
import { compileScheme, parseFactSheet, recordOf } from "../../src/index.js";
import { loadRubrics } from "../../src/node.js";
import type { ShippedRubric } from "../../src/rubrics.js";
import { root } from "../house/sources.js";
import { dist, ensureBuilt, filesBelow, node } from "./built.js";

const folder = join(root, "rubrics");
const temporary = mkdtempSync(join(tmpdir(), "chengxin-rubrics-"));
const facts = readFileSync(join(folder, "examples/exactly-80.facts.yaml"), "utf8");
let shipped: readonly ShippedRubric[] = [];

beforeAll(async () => {
  await ensureBuilt();
  const script = `console.log(JSON.stringify((await import("chengxin/rubrics")).shippedRubrics))`;
  shipped = JSON.parse(await node(root, "--input-type=module", "--eval", script)) as readonly ShippedRubric[];
}, 120_000);
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

describe("the door chengxin/rubrics", () => {
  test("has every rubric of the folder as it stands there; if not, run `npm run build`", () => {
    const files = filesBelow(folder).filter(isRubricFile);
    expect(files.length).toBeGreaterThanOrEqual(14);
    const below = files.map((file) => [
      file.slice(folder.length + 1).replaceAll("\\", "/"),
      readFileSync(file, "utf8"),
    ]);
    expect(shipped.map(({ file, text }) => [file, text])).toEqual(below);
  });

  test("says of each what its head says", async () => {
    const { rubrics } = await loadRubrics(folder);
    const heads = rubrics.map(({ rubric }) => {
      const { kind, id, version, title, status } = rubric;
      return { kind, category: rubric.kind === "sheet" ? rubric.category : null, id, version, title, status };
    });
    expect(shipped.map(({ file: _file, text: _text, ...head }) => head)).toEqual(heads);
  });

  test("scores in one file without a disk, and its records name the same digests as those made from files", async () => {
    writeFileSync(
      join(temporary, "use.js"),
      `import { compileScheme, parseFactSheet, parseRubric, recordOf } from ${JSON.stringify(join(dist, "index.js"))};
      import { shippedRubrics } from ${JSON.stringify(join(dist, "rubrics.js"))};
      const scheme = compileScheme(shippedRubrics.map(({ text }) => parseRubric(text)), "gongzhu-2023");
      const facts = parseFactSheet(${JSON.stringify(facts)});
      const record = recordOf(scheme, facts);
      console.log(JSON.stringify([record.assessment.score.exact, record.rubrics.map(({ bytes, content }) => [bytes, content])]));`,
    );
    await build({
      entryPoints: [join(temporary, "use.js")],
      outfile: join(temporary, "bundle.mjs"),
      bundle: true,
      platform: "neutral",
      format: "esm",
      logLevel: "silent",
    });
    const printed = JSON.parse(
      await node(temporary, "--disallow-code-generation-from-strings", "bundle.mjs"),
    ) as unknown;

    const scheme = compileScheme(await loadRubrics(folder), "gongzhu-2023");
    const sheet = parseFactSheet(facts);
    const { rubrics } = recordOf(scheme, sheet);
    expect(printed).toEqual(["80", rubrics.map(({ bytes, content }) => [bytes, content])]);
  });

  test("weighs what text weighs, and nobody else pays for it", async () => {
    const bytes = readFileSync(join(dist, "rubrics.js"));
    expect(gzipSync(bytes).length).toBeLessThan(250_000);
    const { metafile } = await build({
      entryPoints: [join(dist, "index.js"), join(dist, "node.js")],
      outdir: temporary,
      bundle: true,
      platform: "node",
      write: false,
      metafile: true,
      logLevel: "silent",
    });
    expect(Object.keys(metafile.inputs).filter((file) => file.endsWith("dist/rubrics.js"))).toEqual([]);
  });

  test("the example in its declaration prints what it says", async () => {
    const script = `import { compileScheme, parseRubric } from "chengxin";
      import { shippedRubrics } from "chengxin/rubrics";
      const grading = shippedRubrics.find(({ id }) => id === "culture-tourism-credit");
      compileScheme([parseRubric(grading.text)], "culture-tourism-credit");
      console.log(grading?.kind, grading?.status);`;
    expect(await node(root, "--input-type=module", "--eval", script)).toBe("scheme drafted\n");
  });
});
