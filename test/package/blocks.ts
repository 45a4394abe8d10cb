/** The fenced blocks of a Markdown text, and what they promise. */

export interface Block {
  readonly language: string;
  readonly text: string;
  /** Of the opening fence, from 1. */
  readonly line: number;
}

export function readBlocks(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: { readonly language: string; readonly line: number; readonly lines: string[] } | undefined;
  markdown.split("\n").forEach((line, index) => {
    const fence = /^```(.*)$/.exec(line);
    if (!fence) open?.lines.push(line);
    else if (!open) open = { language: fence[1]!, line: index + 1, lines: [] };
    else {
      blocks.push({ language: open.language, line: open.line, text: `${open.lines.join("\n")}\n` });
      open = undefined;
    }
  });
  if (open) throw new Error(`the block of line ${open.line} has no end`);
  return blocks;
}

/** What a first line such as `# first/sheet.yaml` says a block is a file of. */
export function fileOf({ text, line }: Block): string {
  const file = /^# (\S+\.yaml)\n/.exec(text)?.[1];
  if (file === undefined) throw new Error(`the block of line ${line} does not begin with the name of its file`);
  return file;
}

/** The exit code that a line ending in `# exit 1` announces. */
export function exitOf({ text }: Block): number {
  return Number(/# exit (\d)$/m.exec(text)?.[1] ?? 0);
}

/** What `console.log(…); // text` says it prints. */
export function promisedBy(code: string): readonly string[] {
  return [...code.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map(([, comment]) => comment!);
}

/** An excerpt of an output: a line `…` stands for any lines, or none. */
export function patternOf(excerpt: string): RegExp {
  const lines = excerpt.trimEnd().split("\n");
  const parts = lines.map((line) => (line === "…" ? "(?:.*\\n)*?" : `${escaped(line)}\\n`));
  return new RegExp(`^${parts.join("")}$`);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

export interface Mistake {
  readonly code: string;
  readonly wrong: string;
  readonly right: string;
}

/** `# code …`, then the lines that are wrong behind `-`, then the same put right behind `+`. */
export function mistakesIn({ text, line }: Block): readonly Mistake[] {
  const mistakes = text.split(/^(?=# )/m).map((part) => ({
    code: /^# ([a-z0-9-]+)/.exec(part)?.[1] ?? "",
    wrong: linesBehind("-", part),
    right: linesBehind("+", part),
  }));
  for (const { code, wrong, right } of mistakes)
    if (code === "" || wrong === "" || right === "")
      throw new Error(`the block of line ${line} does not say code, wrong and right lines`);
  return mistakes;
}

function linesBehind(sign: string, part: string): string {
  const lines = part.split("\n").filter((line) => line.startsWith(sign));
  return lines.map((line) => `${line.slice(1)}\n`).join("");
}
