/** Puts what a function could not do for good into a queue, in that function's name; all by ARN. */
export type GiveUp = (from: string, queue: string, body: string) => void;
