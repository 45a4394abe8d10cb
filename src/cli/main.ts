#!/usr/bin/env node
/** chengxin on the command line: arguments → verb → printer. Results go to stdout, findings to stderr. */
import { stderr, stdout } from "node:process";
import { run } from "./run.js";

// A reader that closes early, such as `head`, has what it wanted: no reason for a stack trace.
for (const stream of [stdout, stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

const { exit, out, err } = await run(process.argv.slice(2));
stdout.write(out);
stderr.write(err);
// Not process.exit(): it would cut a long result off in the pipe.
process.exitCode = exit;
