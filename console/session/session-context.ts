import { createContext, use } from "react";
import type { Me } from "#contracts/api/me";
import type { Session } from "./session.ts";

/** Who is signed in, for every screen: there is no screen without. */
export interface SignedIn {
  readonly session: Session;
  readonly me: Me;
}

export const SignedInContext = createContext<SignedIn | undefined>(undefined);

export function useSignedIn(): SignedIn {
  const signedIn = use(SignedInContext);
  if (signedIn === undefined) throw new Error("A screen was shown to nobody.");
  return signedIn;
}
