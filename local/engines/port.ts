import { createServer } from "node:net";
import { LocalProblem } from "../problem.ts";

/** A port of 127.0.0.1 that nobody listens on: the wanted one, or any. */
export function freePort(wanted = 0, purpose = "the local stack"): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (cause: NodeJS.ErrnoException) => {
      reject(
        cause.code === "EADDRINUSE"
          ? new LocalProblem(
              "local/port-taken",
              `Port ${wanted} is taken, and ${purpose} needs it. Stop what listens there ` +
                `(lsof -i :${wanted} names it) or choose another port.`,
              { cause },
            )
          : cause,
      );
    });
    probe.listen(wanted, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : wanted;
      probe.close(() => resolve(port));
    });
  });
}
