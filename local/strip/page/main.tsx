import "./strip.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import * as z from "zod/mini";
import { Strip } from "./strip.tsx";

// The page's policy forbids making code from text, which zod would try, and be reported for.
z.config({ jitless: true });
const place = document.createElement("div");
document.body.append(place);
createRoot(place).render(
  <StrictMode>
    <Strip />
  </StrictMode>,
);
