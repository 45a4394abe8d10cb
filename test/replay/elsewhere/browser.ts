/** Records replayed in a browser: the door `.` as one script, and the records fetched by a page. */
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { build } from "esbuild";

/** What we ask of the browser's packages, which are not installed with the project and so have no types here. */
interface Launched {
  version(): string;
  newPage(): Promise<{ goto(url: string): Promise<unknown>; evaluate(script: string): Promise<unknown> }>;
  close(): Promise<void>;
}
interface Playwright {
  readonly default: { readonly chromium: { launch(options: object): Promise<Launched> } };
}
interface Packed {
  readonly default: { readonly args: readonly string[]; executablePath(): Promise<string> };
}

export interface InBrowser {
  readonly name: string;
  readonly verdicts: readonly string[];
}

/**
 * @param tools the folder that the browser's packages are installed in.
 * @throws Error when they are not there, or the browser does not start.
 */
export async function replayInBrowser(folder: string, tools: string): Promise<InBrowser> {
  const require = createRequire(resolve(tools, "package.json"));
  const packed = ((await import(require.resolve("@sparticuz/chromium"))) as Packed).default;
  const { chromium } = ((await import(require.resolve("playwright-core"))) as Playwright).default;
  const browser = await chromium.launch({
    args: packed.args,
    executablePath: await packed.executablePath(),
    headless: true,
  });
  const server = await served(folder);
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const verdicts = await page.evaluate(SCRIPT);
    return { name: `Chromium ${browser.version()}`, verdicts: verdicts as readonly string[] };
  } finally {
    await browser.close();
    server.close();
  }
}

/** One record after another: a page that holds all of them at once proves nothing more. */
const SCRIPT = `(async () => {
  const files = await (await fetch("/files")).json();
  const verdicts = [];
  for (const file of files) {
    const record = await (await fetch("/records/" + file)).json();
    verdicts.push(window.chengxin.replay(record).verdict);
  }
  return verdicts;
})()`;

async function served(folder: string): Promise<ReturnType<typeof createServer>> {
  const bundle = await build({
    entryPoints: ["dist/index.js"],
    bundle: true,
    platform: "browser",
    format: "iife",
    globalName: "chengxin",
    write: false,
    logLevel: "warning",
  });
  const script = bundle.outputFiles[0]!.text;
  const files = readdirSync(folder).sort();
  const page = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>chengxin</title><script src="/chengxin.js"></script></html>`;
  const server = createServer(({ url }, response) => {
    const answer = (type: string, body: string): void =>
      void response.writeHead(200, { "content-type": type }).end(body);
    if (url === "/") return answer("text/html; charset=utf-8", page);
    if (url === "/chengxin.js") return answer("text/javascript; charset=utf-8", script);
    if (url === "/files") return answer("application/json", JSON.stringify(files));
    const file = files.find((name) => url === `/records/${name}`);
    if (file !== undefined) return answer("application/json; charset=utf-8", readFileSync(join(folder, file), "utf8"));
    return void response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return server;
}
