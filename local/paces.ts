/** How many seconds may pass on the stack in one of the wall's. */
export const paces = [1, 60, 600, 3_600] as const;
export type PaceTimes = (typeof paces)[number];

export const strides = ["hour", "day", "event"] as const;
/** How far one step goes; `event` leads to the next thing that somebody would notice. */
export type Stride = (typeof strides)[number];
