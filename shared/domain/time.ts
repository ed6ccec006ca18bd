// Replaced by the time module.
export type Instant = number;
export type Day = number;
export type ZoneId = string;
