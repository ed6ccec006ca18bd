import "@cloudscape-design/global-styles/index.css";
import "./frame/frame.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import * as z from "zod/mini";
import { App } from "./app.tsx";
import { applyLook, keptLook } from "./frame/look.ts";
import { beginSession } from "./session/begin-session.ts";
import { keptLanguage, startWords } from "./words/words.ts";

const place = document.getElementById("console");
if (place === null) throw new Error("The page has no place for the console.");

// The page's policy forbids making code from text, which zod would try, and be reported for.
z.config({ jitless: true });
applyLook(keptLook());
await startWords(keptLanguage());
createRoot(place).render(
  <StrictMode>
    <App beginning={beginSession()} />
  </StrictMode>,
);
