/** A place at which something did not hold. */
export interface Finding {
  /** 1…14: the law's number. 0: the code itself failed, in a way that no fault explains. */
  readonly law: number;
  readonly patient: string;
  /** The touch, task, reply or job concerned. */
  readonly subject: string;
  readonly message: string;
}
