import type { ZoneId } from "../zone.ts";
import { type StateCode, zonesOfState } from "./state-zones.ts";

/**
 * First three digits of a ZIP code from which on codes belong to a state, until the next entry.
 * The US Postal Service gives prefixes to states in such blocks; a blank stands for prefixes of
 * the armed forces abroad (09x, 340, 962–966) or of nobody.
 */
const blocks: readonly (readonly [from: number, state: StateCode | undefined])[] = (
  "0- 5NY 6PR 8VI 9PR 10MA 28RI 30NH 39ME 50VT 55MA 56VT 60CT 70NJ 90- 100NY 150PA 197DE 200DC " +
  "201VA 202DC 206MD 220VA 247WV 269- 270NC 290SC 300GA 320FL 340- 341FL 350AL 370TN 386MS 398GA " +
  "400KY 428- 430OH 460IN 480MI 500IA 530WI 550MN 569DC 570SD 580ND 590MT 600IL 630MO 660KS 680NE " +
  "700LA 716AR 730OK 733TX 734OK 750TX 800CO 820WY 832ID 840UT 850AZ 870NM 885TX 886- 889NV 900CA " +
  "962- 967HI 969GU 970OR 980WA 995AK"
)
  .split(" ")
  .map((entry) => {
    const [, from, state] = /^(\d+)(\D+)$/.exec(entry) ?? [];
    return [Number(from), state === "-" ? undefined : (state as StateCode)] as const;
  });

export interface PostalPlace {
  readonly state: StateCode;
  readonly zones: readonly ZoneId[];
}

/**
 * The state of a US ZIP code and the zones its people live in: those of the state, or of its part
 * where the prefix lies wholly in one. Undefined for what is no ZIP code, or one of the armed forces
 * abroad. Only parts that whole prefixes tell apart are told apart: West Texas and the Florida
 * panhandle (49 CFR 71.5, 71.7), for most of both states' people live elsewhere.
 */
export function placeOfPostalCode(text: string): PostalPlace | undefined {
  const match = /^(\d{3})(\d{2})(?:-?\d{4})?$/.exec(text.trim());
  if (!match) return undefined;
  const state = exactState(`${match[1]}${match[2]}`) ?? stateOfPrefix(Number(match[1]));
  return state && { state, zones: zonesOfPrefix(state, Number(match[1])) };
}

function stateOfPrefix(prefix: number): StateCode | undefined {
  return blocks.findLast(([from]) => from <= prefix)?.[1];
}

/** Islands of the Pacific and one of New York whose codes lie among their neighbours'. */
function exactState(code: string): StateCode | undefined {
  if (code === "06390") return "NY";
  if (code === "96799") return "AS";
  if (!code.startsWith("969")) return undefined;
  const last = Number(code.slice(3));
  if (last === 39 || last === 40) return "PW";
  if (last >= 41 && last <= 44) return "FM";
  if (last >= 50 && last <= 52) return "MP";
  return last === 60 || last === 70 ? "MH" : "GU";
}

function zonesOfPrefix(state: StateCode, prefix: number): readonly ZoneId[] {
  if (state === "TX" && prefix !== 798) {
    return [prefix === 799 || prefix === 885 ? "America/Denver" : "America/Chicago"];
  }
  if (state === "FL" && prefix !== 324) {
    return [prefix === 325 ? "America/Chicago" : "America/New_York"];
  }
  return zonesOfState(state);
}
