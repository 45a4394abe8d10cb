#!/usr/bin/env node
/** chengxin on the command line: arguments → verb → printer. Results go to stdout, findings to stderr. */
import { notWritten, run } from "./run.js";

// The global, not `node:process`: naming its exports opens the standard input, which then no longer blocks for others.
const { stdout, stderr } = process;

// Before anything is written: what cannot be written ends the command in its own words, never in a stack trace.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader that closes early, such as `head`, has what it wanted.
  if (error.code === "EPIPE") return;
  process.exitCode = 2;
  stderr.write(notWritten("stdout", error, process.argv.slice(2)));
});
stderr.on("error", () => {
  // Nobody is left to tell.
});

const { exit, out, err } = await run(process.argv.slice(2)).catch((error: unknown) => ({
  // Whatever it was, it is no answer to what was asked.
  exit: 2,
  out: "",
  err: `error[internal] ${error instanceof Error ? error.message : String(error)}\n`,
}));
// Not process.exit(): it would cut a long result off in the pipe.
process.exitCode = exit;
stdout.write(out);
stderr.write(err);
