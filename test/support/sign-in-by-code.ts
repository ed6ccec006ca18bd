import { createHash, randomUUID } from "node:crypto";
import { type ConsoleConfig, consoleConfigPath } from "#contracts/api/console-config";
import { localMembers } from "#local/access/members";

export async function configAt(address: string): Promise<ConsoleConfig> {
  return (await (await fetch(address + consoleConfigPath)).json()) as ConsoleConfig;
}

/** The id token of a member, `agent`, by the way on which a browser gets it. */
export async function tokenFor(address: string, name: string): Promise<string> {
  const { signIn } = await configAt(address);
  const member = localMembers.find(({ email }) => email.startsWith(`${name}@`));
  const verifier = `${randomUUID()}${randomUUID()}`;
  const common = { client_id: signIn.client, redirect_uri: `${address}/` };
  const asked = {
    ...{ ...common, response_type: "code", code_challenge_method: "S256", state: "state" },
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    user: member?.user ?? "",
  };
  const body = new URLSearchParams(asked);
  const sent = await fetch(signIn.authorize, { method: "POST", body, redirect: "manual" });
  const code = new URL(sent.headers.get("location") ?? "").searchParams.get("code") ?? "";
  const redeemed = await fetch(signIn.token, {
    method: "POST",
    body: new URLSearchParams({
      ...{ ...common, grant_type: "authorization_code", code, code_verifier: verifier },
    }),
  });
  const { id_token } = (await redeemed.json()) as { readonly id_token: string };
  return id_token;
}
