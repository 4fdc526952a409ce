/** What a file may weigh before anything in it is opened. A plan of 500 actions weighs less than one megabyte. */
export const spreadsheetLimits = {
  bytes: 20 * 1024 * 1024,
  /** What a compressed file may become once opened: a small file can hide gigabytes. */
  openedBytes: 200 * 1024 * 1024,
  parts: 5_000,
  cells: 2_000_000,
} as const;

export type SpreadsheetLimits = { readonly [Limit in keyof typeof spreadsheetLimits]: number };
