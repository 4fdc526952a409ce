/** What the person who typed the command can mend, in one sentence. The command ends with 2. */
export class InputError extends Error {}
