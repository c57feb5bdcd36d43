import { index, type RouteConfig, route } from "@react-router/dev/routes";

/** The site map. The language comes first in the path; the nouns are English in every language. */
export default [
  index("../interface/pages/choose-language.tsx"),
  route(":language", "../interface/pages/language.tsx", { id: "language" }, [index("../features/exchange/pages/front.tsx")]),
] satisfies RouteConfig;
