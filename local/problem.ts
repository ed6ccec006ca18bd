/**
 * Something on this machine stands in the way: a missing engine, a taken port, too little memory,
 * a template that the local stack cannot run. The message is for a person and ends with what to do.
 */
export class LocalProblem extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "LocalProblem";
    this.code = code;
  }
}
