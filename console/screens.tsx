import { lazy } from "react";
import { Route, Routes } from "react-router";
import { FirstScreen } from "./frame/first-screen.tsx";
import { Frame } from "./frame/frame.tsx";
import { Nowhere } from "./frame/nowhere.tsx";
import { wantWords } from "./words/words.ts";

/** Each screen is fetched when somebody first goes there. */
const WorklistScreen = lazy(async () => ({
  default: (await import("./worklist/worklist-screen.tsx")).WorklistScreen,
}));
const TaskScreen = lazy(async () => ({
  default: (await import("./task/task-screen.tsx")).TaskScreen,
}));
const SearchScreen = lazy(async () => ({
  default: (await import("./patient/search-screen.tsx")).SearchScreen,
}));
const PatientScreen = lazy(async () => ({
  default: (await import("./patient/patient-screen.tsx")).PatientScreen,
}));
const CampaignList = lazy(async () => ({
  default: (await import("./campaigns/campaign-list.tsx")).CampaignList,
}));
const CampaignScreen = lazy(async () => ({
  default: (await import("./campaigns/campaign-screen.tsx")).CampaignScreen,
}));
const PreviewScreen = lazy(async () => {
  await wantWords("preview");
  return { default: (await import("./preview/preview-screen.tsx")).PreviewScreen };
});
const ForecastScreen = lazy(async () => {
  // It names reasons as the preview does.
  await Promise.all([wantWords("preview"), wantWords("forecast")]);
  return { default: (await import("./forecast/forecast-screen.tsx")).ForecastScreen };
});
const DraftScreen = lazy(async () => ({
  default: (await import("./drafts/draft-screen.tsx")).DraftScreen,
}));
const HistoryScreen = lazy(async () => ({
  default: (await import("./drafts/history-screen.tsx")).HistoryScreen,
}));
const ReachScreen = lazy(async () => ({
  default: (await import("./reach/reach-screen.tsx")).ReachScreen,
}));
const SwitchesScreen = lazy(async () => ({
  default: (await import("./switches/switches-screen.tsx")).SwitchesScreen,
}));

/**
 * Every address of the console. They lie behind the `#`, so that ids in them are sent nowhere
 * (decision 15).
 */
export function Screens() {
  return (
    <Routes>
      <Route element={<Frame />}>
        <Route index element={<FirstScreen />} />
        <Route path="worklist" element={<WorklistScreen />} />
        <Route path="worklist/:task" element={<TaskScreen />} />
        <Route path="patients" element={<SearchScreen />} />
        <Route path="patients/:patient" element={<PatientScreen />} />
        <Route path="campaigns" element={<CampaignList />} />
        <Route path="campaigns/:family/:name" element={<CampaignScreen />} />
        <Route path="campaigns/:family/:name/preview" element={<PreviewScreen />} />
        <Route path="campaigns/:family/:name/forecast" element={<ForecastScreen />} />
        <Route path="campaigns/:family/:name/draft" element={<DraftScreen />} />
        <Route path="campaigns/:family/:name/history" element={<HistoryScreen />} />
        <Route path="reach" element={<ReachScreen />} />
        <Route path="switches" element={<SwitchesScreen />} />
        <Route path="*" element={<Nowhere />} />
      </Route>
    </Routes>
  );
}
