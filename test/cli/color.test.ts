/** Colours are for terminals that want them: never in a pipe, a file, JSON, or against `NO_COLOR` and `--no-color`. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { run } from "../../src/cli/run.js";

const RED = "\u001b[1;31m";
const wrong = ["score", "no-such.facts.yaml", "--lang", "en"];

function onTerminal(isTTY: boolean): void {
  vi.spyOn(process.stderr, "isTTY", "get").mockReturnValue(isTTY);
  vi.spyOn(process.stdout, "isTTY", "get").mockReturnValue(isTTY);
}

// What a test sees of its own streams is no getter everywhere.
for (const stream of [process.stderr, process.stdout]) {
  Object.defineProperty(stream, "isTTY", { configurable: true, get: () => false });
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe("findings on a terminal", () => {
  test("begin in colour, and only there", async () => {
    vi.stubEnv("NO_COLOR", "");
    vi.stubEnv("TERM", "xterm");
    onTerminal(true);
    const { err } = await run(wrong);
    expect(err.startsWith(`${RED}error[unreadable-file]\u001b[0m \`no-such.facts.yaml\` cannot be read`)).toBe(true);
    expect(err.split("\u001b")).toHaveLength(3);
  });

  test("of `check` too, where they are the result", async () => {
    vi.stubEnv("NO_COLOR", "");
    vi.stubEnv("TERM", "xterm");
    onTerminal(true);
    const { out } = await run(["check", "package.json", "--lang", "zh"]);
    expect(out.startsWith(`${RED}错误[`)).toBe(true);
    const json = await run(["check", "package.json", "--format", "json"]);
    expect(json.out + json.err).not.toContain("\u001b");
  });

  test.each([
    ["a pipe", false, {}, []],
    ["NO_COLOR", true, { NO_COLOR: "1" }, []],
    ["a terminal that knows none", true, { TERM: "dumb" }, []],
    ["--no-color", true, {}, ["--no-color"]],
  ])("have none for %s", async (_, isTTY, env, args) => {
    for (const [name, value] of Object.entries({ NO_COLOR: "", TERM: "xterm", ...env })) vi.stubEnv(name, value);
    onTerminal(isTTY);
    const { err } = await run([...wrong, ...args]);
    expect(err.startsWith("error[unreadable-file] ")).toBe(true);
    expect(err).not.toContain("\u001b");
  });
});
