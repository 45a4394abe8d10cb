/** Tokens → the same tokens, unless they are too many, too deep or too many in one collection: then the finding. */
import { maximumDepth, maximumEntries, maximumTokens } from "./limits.js";
import type { Finding, Token } from "./syntax.js";

export interface Measured {
  readonly tokens: readonly Token[];
  /** Brackets that are never closed, or closed by the wrong one. */
  readonly unclosed: readonly Finding[];
}

/**
 * Counts before anything is built, since the library's parser recurses and is slower than its lexer by far.
 * Depth is read from columns and brackets: exact for a right text, and not too small for a wrong one.
 */
export function measureTokens(tokens: Iterable<Token>): Measured | { readonly tooMuch: Finding } {
  const kept: Token[] = [];
  const nesting = new Nesting();
  for (const token of tokens) {
    kept.push(token);
    if (kept.length > maximumTokens) return tooMuch("too-many-tokens", token, maximumTokens);
    nesting.take(token);
    if (nesting.depth > maximumDepth) return tooMuch("too-deep", token, maximumDepth);
    if (nesting.entries > maximumEntries) return tooMuch("too-many-entries", token, maximumEntries);
  }
  nesting.giveUpBrackets(kept.at(-1)?.offset ?? 0);
  return { tokens: kept, unclosed: nesting.unclosed };
}

function tooMuch(code: "too-many-tokens" | "too-deep" | "too-many-entries", token: Token, limit: number) {
  return { tooMuch: { code, span: [token.offset, token.offset + 1], params: { limit } } } as const;
}

interface Level {
  readonly kind: "map" | "list" | "brackets";
  readonly column: number;
  readonly token: Token;
  entries: number;
  /** In brackets: colons since the last comma. The second opens a map inside, though it may not. */
  colons: number;
}

/** The collections open at the place of reading, outermost first. */
class Nesting {
  readonly unclosed: Finding[] = [];
  private readonly levels: Level[] = [];
  private brackets = 0;
  private lineStart = 0;
  /** Where the key of the next colon begins. */
  private keyColumn: number | undefined;

  get depth(): number {
    return this.levels.length;
  }

  get entries(): number {
    return this.levels.at(-1)?.entries ?? 0;
  }

  take(token: Token): void {
    const column = token.offset - this.lineStart;
    switch (token.kind) {
      case "newline":
        this.lineStart = token.offset + token.source.length;
        this.keyColumn = undefined;
        return;
      case "plain":
      case "quoted":
        this.keyColumn ??= column;
        this.crossLines(token);
        return;
      case "alias":
      case "anchor":
      case "tag":
        this.keyColumn ??= column;
        return;
      case "open":
        this.keyColumn ??= column;
        if (this.brackets === 0) this.leaveDeeperThan(column);
        this.brackets += 1;
        this.enter("brackets", column, token);
        return;
      case "close":
        this.closeBracket(token);
        return;
      case "comma":
        this.takeComma();
        return;
      case "colon":
      case "question":
      case "dash":
        if (this.brackets > 0) this.takeColonInBrackets(token, column);
        else this.takeIndicator(token, column);
        return;
      case "give-up":
        this.giveUpBrackets(token.offset);
        return;
      case "begin":
      case "document-start":
      case "document-end":
        this.giveUpBrackets(token.offset);
        this.levels.length = 0;
        return;
      default:
    }
  }

  giveUpBrackets(offset: number): void {
    while (this.brackets > 0) {
      const level = this.levels.pop();
      if (level?.kind !== "brackets") continue;
      this.brackets -= 1;
      // The outermost one is the cause; what it holds was given up with it.
      if (this.brackets === 0) this.report(level, offset);
    }
  }

  private takeIndicator(token: Token, column: number): void {
    const kind = token.kind === "dash" ? "list" : "map";
    const at = token.kind === "colon" ? (this.keyColumn ?? column) : column;
    const isNewEntry = token.kind !== "colon" || this.keyColumn !== undefined;
    this.keyColumn = undefined;
    this.leaveDeeperThan(at);
    // A list may stand in the column of the key it belongs to, and ends where the next key comes.
    if (kind === "map" && this.top?.column === at && this.top.kind === "list") this.levels.pop();
    if (this.top?.column !== at || this.top.kind !== kind) this.enter(kind, at, token);
    else if (isNewEntry) this.top.entries += 1;
  }

  private takeColonInBrackets(token: Token, column: number): void {
    if (token.kind !== "colon" || !this.top) return;
    this.keyColumn = undefined;
    this.top.colons += 1;
    if (this.top.colons > 1) this.enter("map", column, token).colons = 1;
  }

  private takeComma(): void {
    this.keyColumn = undefined;
    if (this.brackets === 0) return;
    while (this.top && this.top.kind !== "brackets") this.levels.pop();
    if (!this.top) return;
    this.top.entries += 1;
    this.top.colons = 0;
  }

  private closeBracket(token: Token): void {
    if (this.brackets === 0) return;
    while (this.top && this.top.kind !== "brackets") this.levels.pop();
    const level = this.levels.pop();
    this.brackets -= 1;
    if (level && closing(level.token) !== token.source) this.report(level, token.offset + 1);
    if (this.brackets === 0 && level) this.keyColumn = level.column;
  }

  private report({ token }: Level, end: number): void {
    const params = { opened: token.source, closing: closing(token) };
    const span = [token.offset, token.offset + 1] as const;
    this.unclosed.push({ code: "unclosed-bracket", span, spoiled: [token.offset, end], params });
  }

  private enter(kind: Level["kind"], column: number, token: Token): Level {
    const level = { kind, column, token, entries: 1, colons: 0 };
    this.levels.push(level);
    return level;
  }

  private leaveDeeperThan(column: number): void {
    while (this.top && this.top.column > column) this.levels.pop();
  }

  private get top(): Level | undefined {
    return this.levels.at(-1);
  }

  private crossLines({ offset, source }: Token): void {
    const newline = source.lastIndexOf("\n");
    if (newline !== -1) this.lineStart = offset + newline + 1;
  }
}

function closing(open: Token): string {
  return open.source === "[" ? "]" : "}";
}
