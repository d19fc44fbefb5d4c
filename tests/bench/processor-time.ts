/**
 * Milliseconds that this thread has had of the processor: a machine that is busy with other things makes nothing look slow,
 * and no decoder run out of its budget.
 */
export function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
