// Runs a TypeScript file of this repository: `node test/run-ts.mjs test/bench/bench.ts --rows 10000`.
// The campaign and the bench are programs, not tests, and Node 20 does not strip types. esbuild, which the build needs
// anyway, bundles our own sources into one file; packages stay outside and are found in node_modules as usual.
import { mkdirSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const [file, ...args] = process.argv.slice(2);
if (file === undefined) {
  console.error("usage: node test/run-ts.mjs FILE.ts [arguments for it]");
  process.exit(2);
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = resolve(file);
// Below node_modules, so that bare imports resolve from here; by process, so that two runs do not share a file.
const folder = join(root, "node_modules", ".cache", "chengxin-run");
const bundle = join(folder, `${basename(source, ".ts")}-${process.pid}.mjs`);
mkdirSync(folder, { recursive: true });
process.on("exit", () => {
  rmSync(bundle, { force: true });
  rmSync(`${bundle}.map`, { force: true });
});

// Bundling moves every file; its own idea of where it stands (to find `rubrics`, say) must not move with it.
const keepPlace = {
  name: "keep-place",
  setup(run) {
    run.onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
      loader: "ts",
    }));
  },
};

try {
  await build({
    entryPoints: [source],
    outfile: bundle,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: true,
    logLevel: "warning",
    plugins: [keepPlace],
  });
} catch {
  // esbuild has printed what is wrong and where.
  process.exit(2);
}

process.setSourceMapsEnabled(true);
process.argv = [process.argv[0], source, ...args];
await import(pathToFileURL(bundle).href);
