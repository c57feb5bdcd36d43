import { index, type RouteConfig, route } from "@react-router/dev/routes";

/** The site map. The language comes first in the path; the nouns are English in every language. */
export default [
  index("../interface/pages/choose-language.tsx"),
  route(":language", "../interface/pages/language.tsx", { id: "language" }, [
    index("../features/exchange/pages/front.tsx"),
    route("sign-in", "../features/accounts/pages/sign-in.tsx"),
    route("sign-in/link", "../features/accounts/pages/sign-in-link.tsx"),
    route("sign-out", "../features/accounts/pages/sign-out.tsx"),
    route("erased", "../features/accounts/pages/erased.tsx"),
    route("me/profile", "../features/accounts/pages/profile.tsx"),
    route("me/sessions", "../features/accounts/pages/sessions.tsx"),
    route("me/api-keys", "../features/accounts/pages/api-keys.tsx"),
    route("me/privacy", "../features/accounts/pages/privacy.tsx"),
    route("api/docs", "../interface/pages/api-docs.tsx"),
    route("away", "../interface/pages/away.tsx"),
    route("operations/webhooks", "../features/accounts/webhooks/pages/webhooks.tsx"),
    route("operations/jobs", "../features/accounts/jobs/pages/jobs.tsx"),
    route("operations/audit", "../features/accounts/pages/audit.tsx"),
    route("organizations/:organization/audit", "../features/accounts/pages/organization-audit.tsx"),
    route("organizations/:organization", "../features/organizations/pages/organization.tsx"),
    route("organizations/:organization/edit", "../features/organizations/pages/edit-organization.tsx"),
    route("operations/people", "../features/organizations/pages/people.tsx"),
    route("operations/setup", "../features/organizations/pages/setup.tsx"),
    route("spaces/:space/settings", "../features/spaces/pages/settings.tsx"),
  ]),
] satisfies RouteConfig;
