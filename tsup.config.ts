import { defineConfig } from "tsup";

// One output file for each source file: a program that only scores then loads neither the YAML reader nor the validator.
// Declarations come from tsc afterwards (the script `build`), so this runs first and may empty `dist`.
export default defineConfig({
  entry: ["src/**/*.ts"],
  outDir: "dist",
  format: "esm",
  platform: "neutral",
  target: "es2022",
  bundle: false,
  dts: false,
  clean: true,
});
