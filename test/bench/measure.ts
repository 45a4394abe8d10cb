/**
 * Interleaved rounds in one process. Each round runs every job once, in an order that turns, so that a slow minute of
 * the machine falls on all of them. CPU time is what is compared: on a shared machine the wall clock mostly measures
 * the neighbours. Both are printed, and so is a fixed loop of additions that nothing but the machine can slow down.
 *
 * Garbage is left to itself. Forcing its collection between jobs would be tidier and wrong: shapes of results that
 * nobody holds die with it, and the code compiled for them is thrown away, so that every round would start cold.
 */
export interface Job {
  readonly name: string;
  /** The part of all rows that a round measures. */
  readonly share: number;
  readonly measure: (from: number, to: number) => Sample | Promise<Sample>;
}

/** Nanoseconds, for all rows together. */
export interface Sample {
  readonly cpu: number;
  readonly wall: number;
}

export interface Measured {
  readonly name: string;
  readonly rowsPerRound: number;
  /** Nanoseconds per row, one for each round. */
  readonly rounds: readonly Sample[];
}

export async function measureAll(jobs: readonly Job[], rows: number, rounds: number): Promise<readonly Measured[]> {
  const measured = jobs.map((job) => ({
    job,
    rowsPerRound: Math.max(1, Math.round(rows * job.share)),
    rounds: [] as Sample[],
  }));
  // Round 0 warms up; its figures are dropped.
  for (let round = 0; round <= rounds; round += 1) {
    for (let i = 0; i < measured.length; i += 1) {
      const { job, rowsPerRound, rounds: samples } = measured[(i + round) % measured.length]!;
      const from = (round * rowsPerRound) % (rows - rowsPerRound + 1);
      const { cpu, wall } = await job.measure(from, from + rowsPerRound);
      if (round > 0) samples.push({ cpu: cpu / rowsPerRound, wall: wall / rowsPerRound });
    }
  }
  return measured.map(({ job, rowsPerRound, rounds: samples }) => ({ name: job.name, rowsPerRound, rounds: samples }));
}

/** A job timed as a whole. */
export function jobOf(name: string, share: number, run: (from: number, to: number) => unknown): Job {
  return {
    name,
    share,
    measure: async (from, to) => {
      const stop = start();
      const result = run(from, to);
      if (result instanceof Promise) await result;
      return stop();
    },
  };
}

/** Starts both clocks. The CPU clock counts all threads of the process, its garbage collector's too. */
export function start(): () => Sample {
  const cpu = process.cpuUsage();
  const wall = process.hrtime.bigint();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return { cpu: (user + system) * 1000, wall: Number(process.hrtime.bigint() - wall) };
  };
}

const ADDITIONS = 20_000;

/** The same additions each time: how much its time varies is the machine's noise. */
export function calibration(): Job {
  let sink = 0;
  return jobOf("calibration", 1 / 10, (from, to) => {
    for (let row = from; row < to; row += 1) for (let i = 0; i < ADDITIONS; i += 1) sink = (sink + (i ^ row)) | 0;
    return sink;
  });
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
