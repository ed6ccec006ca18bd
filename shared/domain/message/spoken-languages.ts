/**
 * The languages, BCP-47, in which every campaign and every notice is written. Others are answered
 * by a person with an interpreter (45 CFR 92.201): nothing is translated by machine on the way.
 */
export const spokenLanguages: readonly string[] = ["en", "es"];
