/** Two copies of the package in one program, as two of its dependencies may bring them. */
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../house/sources.js";
import { dist, ensureBuilt, node } from "./built.js";
import { exact, facts, scheme, sheets } from "./small.js";

describe("two copies of the package", () => {
  const folder = mkdtempSync(join(tmpdir(), "chengxin-copies-"));

  beforeAll(async () => {
    await ensureBuilt();
    for (const copy of ["a", "b"]) cpSync(dist, join(folder, copy), { recursive: true });
    // A junction needs no rights on Windows; elsewhere it is an ordinary link.
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
    writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = async (script: string): Promise<string> => {
    const imports = 'import * as a from "./a/index.js"; import * as b from "./b/index.js";\n';
    return (await node(folder, "--input-type=module", "--eval", imports + script)).trimEnd();
  };

  test("know each other's errors, also where their classes differ", async () => {
    const script = `try { a.parseRubric(""); } catch (error) {
      console.log(error instanceof b.RubricError, b.isRubricError(error), error.code === error.diagnostics[0].code);
    }`;
    expect(await run(script)).toBe("false true true");
  });

  test("take each other's rubrics, schemes, fact sheets and assessments", async () => {
    const script = `const rubrics = ${JSON.stringify([...Object.values(sheets), scheme])}.map(a.parseRubric);
      const assessment = a.score(b.compileScheme(rubrics, "small"), a.parseFactSheet(${JSON.stringify(facts)}));
      console.log(assessment.score.exact, b.renderJson(assessment) === a.renderJson(assessment));`;
    expect(await run(script)).toBe(`${exact} true`);
  });
});
