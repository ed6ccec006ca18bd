import type { PointStop } from "../contact/point-stop.ts";
import type { PointId } from "../patient/contact-point.ts";
import type { OptOut } from "./opt-out.ts";

/**
 * What a stop of a number or address means for somebody who is reached there. For one channel it is
 * about that channel at this point; else it is for everything of its purpose, as every STOP is
 * (47 CFR 64.1200(a)(10)).
 */
export function optOutAt(point: PointId, stop: PointStop): OptOut {
  const { at, via, scope = {}, evidence } = stop;
  const { channel } = scope;
  return {
    via,
    from: point,
    evidence,
    scope: channel === undefined ? scope : { ...scope, point },
    ...(at === undefined ? {} : { saidAt: at }),
  };
}
