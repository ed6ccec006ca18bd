import type { Purpose } from "../campaign/purpose.ts";
import type { Channel, PointId } from "../patient/contact-point.ts";
import type { Instant } from "../time.ts";

/**
 * What a permission, or its withdrawal, is for. A part that is absent means every one: `{}` is
 * everything from this organization, `{ purpose: "prescription" }` only what is about refills.
 */
export interface PermissionScope {
  readonly channel?: Channel;
  readonly point?: PointId;
  readonly purpose?: Purpose;
}

/** One contact, as far as permission asks about it. */
export interface IntendedContact {
  readonly channel: Channel;
  readonly point: PointId;
  readonly purpose: Purpose;
}

/** The way in which a permission was given or taken back. */
export type PermissionSource = Channel | "agent" | "carrier" | "import";

/**
 * Something said about permission that still counts. It has no end: Virginia asks for ten years
 * (SB 1339), and nothing asks for forgetting.
 */
export interface PermissionStatement {
  readonly says: "granted" | "revoked";
  readonly at: Instant;
  readonly via: PermissionSource;
  readonly scope: PermissionScope;
  /** The number or address that it was said from. */
  readonly from?: PointId;
}

/**
 * What shows that a permission was given or taken back: who, where the words are kept, and which
 * words. Free of PHI: the words of a reply stay in the reply store under its id.
 */
export interface Evidence {
  /** `patient`, `other-owner`, `carrier`, `list`, or the id of the member of staff who entered it. */
  readonly by: string;
  /** Where to look: `reply:<id>`, `import:<file>#<line>`, `form:<id>`, `call:<contact>`. */
  readonly reference: string;
  /** The rule that read the words (`opt-out/keyword`), or the version of the text agreed to. */
  readonly words?: string;
}

/** Why a contact has no permission: it was taken back, or a recorded one is asked for and absent. */
export type PermissionRefusal = "opted-out" | "no-consent";

/**
 * Whether this contact is permitted: the latest statement that is about it decides. Where nobody
 * said anything, the number itself is the permission: giving it to a provider is prior express
 * consent to calls and texts about care (FCC 2015 Omnibus Order, 30 FCC Rcd 7961 ¶141), unless the
 * organization asks for a recorded one on that channel.
 */
export function permissionRefusal(
  statements: readonly PermissionStatement[],
  contact: IntendedContact,
  recordedOn?: readonly Channel[],
): PermissionRefusal | undefined {
  const latest = statements.findLast(({ scope }) => covers(scope, contact));
  if (latest?.says === "revoked") return "opted-out";
  return latest === undefined && recordedOn?.includes(contact.channel) ? "no-consent" : undefined;
}

/**
 * Whether everything of this scope is refused: `{}` asks of all there is, `{ purpose }` of that
 * purpose on every channel and number. False as soon as a later word allows a part of it.
 */
export function isRevoked(
  statements: readonly PermissionStatement[],
  scope: PermissionScope,
): boolean {
  const last = statements.findLastIndex(
    (statement) => statement.says === "revoked" && includes(statement.scope, scope),
  );
  if (last < 0) return false;
  const later = statements.slice(last + 1);
  return !later.some(({ says, scope: of }) => says === "granted" && overlaps(of, scope));
}

function covers(scope: PermissionScope, contact: IntendedContact): boolean {
  return (
    (scope.channel === undefined || scope.channel === contact.channel) &&
    (scope.point === undefined || scope.point === contact.point) &&
    (scope.purpose === undefined || scope.purpose === contact.purpose)
  );
}

/** Whether all that `inner` is about, `outer` is about as well. */
export function includes(outer: PermissionScope, inner: PermissionScope): boolean {
  return (
    (outer.channel === undefined || outer.channel === inner.channel) &&
    (outer.point === undefined || outer.point === inner.point) &&
    (outer.purpose === undefined || outer.purpose === inner.purpose)
  );
}

function overlaps(left: PermissionScope, right: PermissionScope): boolean {
  const meets = <Part>(a: Part | undefined, b: Part | undefined) =>
    a === undefined || b === undefined || a === b;
  return (
    meets(left.channel, right.channel) &&
    meets(left.point, right.point) &&
    meets(left.purpose, right.purpose)
  );
}

/** The statements with one more; those that it speaks for no longer count. */
export function withStatement(
  statements: readonly PermissionStatement[],
  added: PermissionStatement,
): readonly PermissionStatement[] {
  if (added.says === "granted" && added.from !== undefined) {
    const { from } = added;
    return [added, ...statements.flatMap((said) => leftByStart(said, from))];
  }
  return [...statements.filter((said) => !speaksFor(added, said)), added];
}

/**
 * A permission settles all that it is about. Taking one back leaves what another number took back:
 * the START of one must not open the other. It leaves what was taken back for less, too: KEEP may
 * yet make it an opt-out from another program, and must not open the one from before.
 */
function speaksFor(added: PermissionStatement, said: PermissionStatement): boolean {
  if (!includes(added.scope, said.scope)) return false;
  if (added.says === "granted" || said.says === "granted") return true;
  return includes(said.scope, added.scope) && originOf(added) === originOf(said);
}

/** The number or address that a statement is about, or else came from. */
function originOf({
  scope,
  from,
}: Pick<PermissionStatement, "scope" | "from">): PointId | undefined {
  return scope.point ?? from;
}

/**
 * Whether this was taken back already, from the same number where it names one: to say it again
 * changes nothing.
 */
export function isTakenBack(
  statements: readonly PermissionStatement[],
  said: Pick<PermissionStatement, "scope" | "from">,
): boolean {
  if (!isRevoked(statements, said.scope)) return false;
  const origin = originOf(said);
  return (
    origin === undefined ||
    statements.some(
      (known) =>
        known.says === "revoked" && includes(known.scope, said.scope) && originOf(known) === origin,
    )
  );
}

/**
 * What a START leaves standing. It speaks for the number that it came from: a STOP that came from
 * another one stays for that one, for nobody knows who holds that phone (47 CFR 64.1200(a)(10)
 * asks for the called party's own word). Permissions stay that others gave, or that were given for
 * every number: what a list says of another one from before them does not undo them.
 */
function leftByStart(said: PermissionStatement, from: PointId): readonly PermissionStatement[] {
  const point = originOf(said);
  if (point === from) return [];
  if (said.says === "granted") return [said];
  return point === undefined ? [] : [{ ...said, scope: { ...said.scope, point } }];
}

/** The statements after KEEP: the latest opt-out from everything was for this purpose alone. */
export function narrowed(
  statements: readonly PermissionStatement[],
  purpose: Purpose,
): readonly PermissionStatement[] {
  const last = statements.findLastIndex(
    ({ says, scope }) => says === "revoked" && includes(scope, {}),
  );
  return statements.map((statement, index) =>
    index === last ? { ...statement, scope: { ...statement.scope, purpose } } : statement,
  );
}
