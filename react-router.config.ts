import type { Config } from "@react-router/dev/config";

export default {
  appDirectory: "src/interface",
  buildDirectory: "build/pages",
  ssr: true,
} satisfies Config;
