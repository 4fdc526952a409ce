/** A mail about to leave. Plain text only: what it says and where it leads can be read by anyone, and nothing hides. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}
