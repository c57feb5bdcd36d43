import type { Config } from "@react-router/dev/config";

export default {
  appDirectory: "src/interface",
  buildDirectory: "build/pages",
  ssr: true,
  // platform/http/own-site.ts has refused foreign forms before a page sees them; behind a proxy that speaks https for us, React
  // Router would take our own for foreign, since the request it sees is http
  allowedActionOrigins: ["**"],
} satisfies Config;
