/** Settings for a small machine that does other things too. `fsync` and `full_page_writes` keep their default: on. */
const settings = {
  shared_buffers: "96MB",
  effective_cache_size: "512MB",
  work_mem: "8MB",
  maintenance_work_mem: "64MB",
  max_connections: "60",
  max_wal_size: "256MB",
  min_wal_size: "48MB",
  wal_compression: "on",
  random_page_cost: "1.1",
  // No second process for one query, no replication: fewer processes, and a container's small /dev/shm is enough.
  max_parallel_workers_per_gather: "0",
  max_logical_replication_workers: "0",
  io_method: "sync",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  log_checkpoints: "off",
  // The log must not carry what people typed: neither the failing statement nor the row in the detail of the error.
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
} as const;

/** These settings as arguments of `postgres`. */
export function settingArguments(): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
