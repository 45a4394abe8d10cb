/**
 * One process that answers many command lines, as `main.js` would each in a process of its own: starting Node and loading
 * everything anew takes far longer than an answer. Its arguments: where `run.js` is.
 */
import { Readable } from "node:stream";

const { run } = await import(process.argv[2]);

process.on("message", async ({ args, cwd, input }) => {
  process.chdir(cwd);
  const stdin = Readable.from(input.length > 0 ? [Buffer.from(input, "base64")] : []);
  Object.defineProperty(process, "stdin", { configurable: true, value: stdin });
  const ended = await run(args).then(
    ({ exit, out, err }) => ({ exit, stdout: out, stderr: err }),
    (error) => ({ exit: null, stdout: "", stderr: String(error?.stack ?? error) }),
  );
  process.send(ended);
});
