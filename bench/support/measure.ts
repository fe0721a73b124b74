const RUNS = 5;

/**
 * The middle of five runs after one that warms up: what this process computes, and how long it took. Sets the exit code
 * to 1 when computing takes longer than the target. @returns the milliseconds of computing.
 */
export async function measure(
  what: string,
  run: () => unknown,
  { target, runs = RUNS }: { target?: number; runs?: number } = {},
): Promise<number> {
  if (runs > 1) await run();
  const times: { computing: number; wall: number }[] = [];
  for (let at = 0; at < runs; at += 1) {
    const from = { cpu: process.cpuUsage(), wall: performance.now() };
    await run();
    const { user, system } = process.cpuUsage(from.cpu);
    times.push({ computing: (user + system) / 1000, wall: performance.now() - from.wall });
  }
  const middle = times.toSorted((one, other) => one.computing - other.computing)[runs >> 1];
  if (!middle) throw new Error("nothing was measured");
  const { computing, wall } = middle;
  const promised = target === undefined ? "" : `, target ${target} ms`;
  console.log(
    `${what}: ${computing.toFixed(0)} ms of computing, ${wall.toFixed(0)} ms in all${promised}`,
  );
  if (target !== undefined && computing > target) process.exitCode = 1;
  return computing;
}
