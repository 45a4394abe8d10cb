/**
 * One process that answers many command lines, as `main.js` would each in a process of its own: starting Node and loading
 * everything anew takes far longer than an answer. Its arguments: where `run.js` is.
 */
import { Readable } from "node:stream";

const { run } = await import(process.argv[2]);

/** What is written without being the answer would stand in front of it in a process of its own: nothing may be. */
const written = { stdout: "", stderr: "" };
for (const name of ["stdout", "stderr"]) {
  process[name].write = (text) => {
    written[name] += String(text);
    return true;
  };
}

process.on("message", async ({ args, cwd, input }) => {
  process.chdir(cwd);
  const stdin = Readable.from(input.length > 0 ? [Buffer.from(input, "base64")] : []);
  Object.defineProperty(process, "stdin", { configurable: true, value: stdin });
  const ended = await run(args).then(
    ({ exit, out, err }) => ({ exit, stdout: out, stderr: err }),
    (error) => ({ exit: null, stdout: "", stderr: String(error?.stack ?? error) }),
  );
  process.send({ ...ended, stdout: written.stdout + ended.stdout, stderr: written.stderr + ended.stderr });
  written.stdout = "";
  written.stderr = "";
});
