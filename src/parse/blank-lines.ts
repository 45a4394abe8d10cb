/** Tokens → the same tokens, with each run of empty and comment lines made one comment of the same length. */
import type { Token } from "./syntax.js";

/**
 * The library's parser looks through all blank and comment lines again at each further one: half a megabyte of them
 * takes minutes. They mean nothing to us, so it gets one comment and one newline a run; all offsets stay as they are.
 */
export function* foldBlankLines(tokens: readonly Token[]): Generator<Token> {
  let index = 0;
  let atLineStart = false;
  while (index < tokens.length) {
    const after = atLineStart ? endOfBlankLines(tokens, index) : index;
    // A run of one line has nothing to fold.
    if (after - index > 3) {
      yield commentInPlaceOf(tokens, index, after - 1);
      index = after - 1;
    }
    const token = tokens[index]!;
    yield token;
    atLineStart = token.kind === "newline";
    index += 1;
  }
}

/** Index behind the newline that ends the last blank line. */
function endOfBlankLines(tokens: readonly Token[], start: number): number {
  let end = start;
  for (let index = start; index < tokens.length; index += 1) {
    const { kind } = tokens[index]!;
    if (kind === "newline") end = index + 1;
    else if (kind !== "space" && kind !== "comment") break;
  }
  return end;
}

function commentInPlaceOf(tokens: readonly Token[], from: number, to: number): Token {
  const { offset } = tokens[from]!;
  return { kind: "comment", offset, source: `#${" ".repeat(tokens[to]!.offset - offset - 1)}` };
}
