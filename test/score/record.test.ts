import { describe, expect, test } from "vitest";
import { type Data, codes, decimal, leafScorer, nodeAt, same, standing } from "../helpers/build/rubric.js";
import { storyAt } from "../explain/telling.js";

const DIGEST = `sha256:${"9f86d081884c7d65".repeat(4)}`;
const credit = (record?: string) =>
  leafScorer(same("credit"), { credit: { ...decimal({ at_least: 0, at_most: 10 }), ...(record && { record }) } });
const given = (parts: Data = {}): Data => ({ facts: { credit: { value: "8.5", ...parts } } });

describe("a value from another assessment", () => {
  test("keeps the digest of its record in the breakdown, asked for or not", () => {
    for (const asked of [undefined, "optional", "required"]) {
      const assessment = credit(asked)(given({ record: DIGEST }));
      expect(nodeAt(assessment, "L").read).toEqual([
        { fact: "credit", value: "8.5", state: "given", evidence: [], record: DIGEST },
      ]);
      expect(codes(assessment)).toEqual([]);
    }
  });

  test("without one counts all the same, and is told where it is required", () => {
    expect(codes(credit("optional")(given()))).toEqual([]);
    const required = credit("required")({ facts: { credit: "8.5" } });
    expect(codes(required)).toEqual(["record-missing /facts/credit"]);
    expect(standing(nodeAt(required, "L"))).toBe("scored 8.5");
  });

  test.each([
    ["9f86d081"],
    [DIGEST.replace("sha256:", "")],
    [DIGEST.toUpperCase()],
    [`${DIGEST}0`],
    [DIGEST.replace("sha256", "sha1")],
  ])("with %s for a digest is invalid, and says so once", (record) => {
    const assessment = credit("required")(given({ record }));
    expect(standing(nodeAt(assessment, "L"))).toMatch(/^invalid/);
    expect(codes(assessment)).toEqual(["not-a-digest /facts/credit/record"]);
  });

  test("that is out of range keeps its digest", () => {
    const assessment = credit()({ facts: { credit: { value: "11", record: DIGEST } } });
    expect(nodeAt(assessment, "L").read[0]).toMatchObject({ state: "invalid", record: DIGEST });
  });

  test("is told with its record to whoever asks about the indicator", () => {
    const assessment = credit("required")(given({ record: DIGEST }));
    expect(storyAt(assessment, "L", "zh", "L").details).toContain(`– credit：取自记录 ${DIGEST}`);
    expect(storyAt(assessment, "L", "en", "L").details).toContain(`– credit: from the record ${DIGEST}`);
  });
});
