import type { Instant } from "../time.ts";
import { includes, isTakenBack, type PermissionStatement, withStatement } from "./permission.ts";

/**
 * The statements with one that took permission back at a moment before some of them: what a list of
 * another system says. It stands as if it had been heard then, so that a permission which was given
 * later stays given (47 CFR 64.1200(a)(10): the called party's latest word). The same array when it
 * changes nothing: all of it stands already, or was given again since.
 *
 * `at` is when it was said. Said at the very moment of a permission, it counts as said after it.
 */
export function withEarlierRevocation(
  statements: readonly PermissionStatement[],
  said: PermissionStatement,
): readonly PermissionStatement[] {
  const heard = withoutEarlierPermissions(statements, said);
  const left = leftOf(heard, said);
  if (left === undefined) return heard;
  const place = placeOf(heard, said.at);
  const before = heard.slice(0, place);
  if (isTakenBack(before, left)) return heard;
  return [...withStatement(before, left), ...heard.slice(place)];
}

/**
 * Permissions from before it, for what it is about, ended with it. They do not come back by what
 * was said since, even where that leaves nothing of it: a START speaks for its own number alone.
 */
function withoutEarlierPermissions(
  statements: readonly PermissionStatement[],
  said: PermissionStatement,
): readonly PermissionStatement[] {
  const kept = statements.filter(
    ({ says, at, scope }) => says === "revoked" || at > said.at || !includes(said.scope, scope),
  );
  return kept.length === statements.length ? statements : kept;
}

/** What permissions that were given later leave of it, each as it was given. */
function leftOf(
  statements: readonly PermissionStatement[],
  said: PermissionStatement,
): PermissionStatement | undefined {
  const later = statements.filter(({ says, at }) => says === "granted" && at > said.at);
  return later.reduce<PermissionStatement | undefined>(
    (left, granted) =>
      left && withStatement([left], granted).find(({ says }) => says === "revoked"),
    said,
  );
}

/**
 * Before the first later permission for a part of it. A START stands first in any case: what it
 * leaves standing is about other numbers.
 */
function placeOf(statements: readonly PermissionStatement[], said: Instant): number {
  const place = statements.findIndex(
    ({ says, at, from }) => says === "granted" && from === undefined && at > said,
  );
  return place < 0 ? statements.length : place;
}
