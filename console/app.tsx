import I18nProvider from "@cloudscape-design/components/i18n";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { Suspense, use, useEffect, useState } from "react";
import { HashRouter } from "react-router";
import { mayPass } from "./api/refused.ts";
import { followSystemLook } from "./frame/look.ts";
import { Waiting } from "./parts/waiting.tsx";
import { Screens } from "./screens.tsx";
import type { Beginning } from "./session/begin-session.ts";
import { SessionLost } from "./session/session-lost.tsx";
import { type Closed, SignInPage } from "./session/sign-in-page.tsx";
import { WhoAmI } from "./session/who-am-i.tsx";
import { useComponentWords } from "./words/component-words.ts";

/** A request that may pass is asked again after 1, 2, 4 … seconds. */
const triesMax = 3;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, failure) => failures < triesMax && mayPass(failure),
    },
    // What changes something carries a key of its own, so that asking twice does it once.
    mutations: { retry: (failures, failure) => failures < triesMax && mayPass(failure) },
  },
});

/** The whole console: nobody is signed in, or they see their screens. */
export function App({ beginning }: { readonly beginning: Promise<Beginning> }) {
  const { locale, messages } = useComponentWords();
  useEffect(followSystemLook, []);
  return (
    <I18nProvider locale={locale} messages={[messages]}>
      <Suspense fallback={<Waiting />}>
        <Begun beginning={beginning} />
      </Suspense>
    </I18nProvider>
  );
}

function Begun({ beginning }: { readonly beginning: Promise<Beginning> }) {
  const begun = use(beginning);
  const { session, failed } = begun;
  const [closed, setClosed] = useState<Closed | undefined>(() =>
    session !== undefined && begun.isSignedIn ? undefined : { failed },
  );
  useEffect(
    () =>
      session?.onEnd((ending) => {
        // What was read stays with whoever was signed in.
        queries.clear();
        setClosed({ ending });
      }),
    [session],
  );
  useEffect(() => (closed === undefined ? session?.watchIdleness() : undefined), [session, closed]);
  if (session === undefined) return <SessionLost failed={failed} />;
  if (closed !== undefined) return <SignInPage session={session} closed={closed} />;
  return (
    <QueryClientProvider client={queries}>
      <WhoAmI session={session}>
        <HashRouter>
          <Screens />
        </HashRouter>
      </WhoAmI>
    </QueryClientProvider>
  );
}
