/** stdout and stderr: whole through any pipe, quiet when the reader leaves, an error when the disk is full. */
import { dirname } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { assessmentIn, chengxin, example, findingsIn, patient, shell, workplace } from "./command.js";
import { factSheet, putRubrics } from "./small.js";

const { put } = workplace();
let folder = "";
beforeAll(() => {
  putRubrics(put);
  folder = dirname(put("good.facts.yaml", factSheet()));
  put("many.facts.yaml", factSheet() + Array.from({ length: 3000 }, (_, i) => `  no_${i}: ${i}\n`).join(""));
});

const strong = `"${example("strong")}"`;
const linux = process.platform === "linux";

describe.skipIf(process.platform === "win32")("a pipe", { ...patient, concurrent: true }, () => {
  test("longer than 128 kB arrives whole, however slowly it is read", async () => {
    const direct = await chengxin(["score", example("strong"), "--format", "json"]);
    expect(direct.exit).toBe(0);
    expect(Buffer.byteLength(direct.stdout)).toBeGreaterThan(128 * 1024);
    const [slow, file] = await Promise.all([
      shell(`set -o pipefail; chengxin score ${strong} --format json | (sleep 1; cat)`, folder),
      shell(`chengxin score ${strong} --format json > strong.json; cat strong.json`, folder),
    ]);
    expect(slow).toEqual(direct);
    expect(file.stdout).toBe(direct.stdout);
  });

  test("findings longer than 128 kB arrive whole too, or are limited", async () => {
    const { exit, stdout } = await shell(
      "chengxin check --format json --rubrics rubrics many.facts.yaml | (sleep 1; cat); exit ${PIPESTATUS[0]}",
      folder,
    );
    expect(exit).toBe(1);
    expect(findingsIn(stdout).counts.error).toBeGreaterThan(0);
  });

  test.each([
    ["JSON", `score ${strong} --format json`, 0],
    ["text", `score ${strong}`, 0],
    ["many findings beside it", "score --rubrics rubrics many.facts.yaml 2>/dev/null", 1],
    ["findings as JSON", "check --rubrics rubrics many.facts.yaml --format json", 1],
    ["help", "--help", 0],
  ])("whose reader leaves early (%s): no complaint, and the exit of the work", async (_, args, exit) => {
    const { stdout, stderr } = await shell(
      `chengxin ${args} | head -c 10 > /dev/null; echo "\${PIPESTATUS[0]}"`,
      folder,
    );
    expect({ stdout, stderr }).toEqual({ stdout: `${exit}\n`, stderr: "" });
  });

  test("of findings whose reader leaves early: the result arrives whole", async () => {
    const { stdout } = await shell(
      '{ chengxin score --rubrics rubrics --format json many.facts.yaml 2>&3 3>&-; echo "exit $?"; } 3> >(head -c 10 > /dev/null)',
      folder,
    );
    const end = stdout.lastIndexOf("exit ");
    expect(stdout.slice(end)).toBe("exit 1\n");
    assessmentIn(stdout.slice(0, end));
  });

  test("that is closed from the start", async () => {
    const { stdout, stderr } = await shell(
      `chengxin score ${strong} >&-; echo $?; chengxin score nowhere 2>&-; echo $?; chengxin score ${strong} | true; echo "\${PIPESTATUS[0]}"`,
      folder,
    );
    expect({ stdout, stderr }).toEqual({ stdout: "0\n2\n0\n", stderr: "" });
  });
});

describe.skipIf(!linux)("a full disk", { ...patient, concurrent: true }, () => {
  test("under stdout: exit 2, one finding, no stack trace", async () => {
    const { stdout, stderr } = await shell(`chengxin score ${strong} > /dev/full; echo $?`, folder);
    expect(stdout).toBe("2\n");
    expect(stderr).toMatch(/^error\[not-written\] .*ENOSPC/);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  test("under stderr: the exit of the work", async () => {
    const { stdout } = await shell("chengxin score nowhere 2> /dev/full; echo $?", folder);
    expect(stdout).toBe("2\n");
  });

  test("under --output: exit 2", async () => {
    const { stdout, stderr } = await shell(`chengxin score ${strong} --output /dev/full; echo $?`, folder);
    expect(stdout).toBe("2\n");
    expect(stderr).toMatch(/^error\[not-written\] .*ENOSPC/);
  });
});

describe.skipIf(!linux)("standard input shared with a neighbour", { ...patient, concurrent: true }, () => {
  test("stays as it was: the neighbour reads on", async () => {
    const { stdout, stderr } = await shell(
      `{ sleep 2; echo late; } | { chengxin score ${strong} > /dev/null & cat; wait; }`,
      folder,
    );
    expect({ stdout, stderr }).toEqual({ stdout: "late\n", stderr: "" });
  });
});
