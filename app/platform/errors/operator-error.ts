/** A problem the person running the server can mend: shown as words and a way out, never as a stack trace. */
export class OperatorError extends Error {
  readonly wayOut: string;

  constructor(message: string, wayOut: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "OperatorError";
    this.wayOut = wayOut;
  }
}
