const everyMs = { terminal: 200, file: 2_000 } as const;

/** Says on the error output how far the work is: in place on a terminal, a line now and then in a file. */
export class Progress {
  #last = performance.now();

  say(text: string): void {
    const { stderr } = process;
    const now = performance.now();
    if (now - this.#last < (stderr.isTTY ? everyMs.terminal : everyMs.file)) return;
    this.#last = now;
    stderr.write(stderr.isTTY ? `\r\u001b[K${text}` : `${text}\n`);
  }

  /** Clears the line of a terminal, for what comes after. */
  done(): void {
    if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
  }
}
