import type * as z from "zod/mini";
import type { Role } from "../../domain/staff/role.ts";

export interface StaffRoute {
  /** Who may ask; any one of them is enough. */
  readonly roles: readonly Role[];
  /** What stands for the braces of the path. Without it the path has none. */
  readonly path?: z.ZodMiniType;
  /** What may stand behind the `?`. Never anything of a patient, their id included. */
  readonly query?: z.ZodMiniType;
  /** What the body may hold, in bytes; 0 where none is asked for. */
  readonly bodyBytesMax: number;
  /** What the body must be, as JSON. */
  readonly body?: z.ZodMiniType;
  /** All that an answer may say: what is not in it does not leave. */
  readonly answer: z.ZodMiniType;
}
