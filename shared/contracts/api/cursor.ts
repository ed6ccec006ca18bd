/** Where a page goes on, in an address: opaque, so that nobody builds one. */
export function formatCursor(place: string): string {
  return Buffer.from(place, "utf8").toString("base64url");
}

/** The place, if it has the form that this list's places have; a foreign one is undefined. */
export function parseCursor(cursor: string, form: RegExp): string | undefined {
  const place = Buffer.from(cursor, "base64url").toString("utf8");
  return form.test(place) && formatCursor(place) === cursor ? place : undefined;
}
